// The recipient, in the one order that is safe: recorded, released, signed, complete; only then is anything decrypted.

import { compactDecrypt, flattenedDecrypt } from 'jose'
import { createHmac } from 'node:crypto'
import { bytesOf, concat, decode64, digestOf, encode64 } from './bytes.js'
import {
  checkCommitments, checkLabels, keyCommitment, LONGEST_LIFE, readEnvelope, signedDigest,
} from './envelope.js'
import { unwrap } from './hpke.js'
import { readJson } from './json.js'
import { checkProof } from './log.js'
import { checkMembers, isArray, isDigest, isFlag, isMoment, isText } from './members.js'
import { Refusal, step, unless } from './refusal.js'
import { checkLife, checkSignature, readSigned } from './signed.js'

const RELEASE = 'spil-release+jwt'
const CONTENT_BYTES = 1024 * 1024

/**
 * Opens a delivery or throws a Refusal whose outcome is the step at which it was refused.
 *
 * @param recipient { id, sealingKeys, senderKeys(iss), brokerKeys, log, accepts(label, value) }
 * @returns the signed payload, the release, the items with their values, and the evidence to keep
 */
export async function open(delivery, recipient, now) {
  const envelope = await step('malformed', () => readEnvelope(delivery, 'delivered'))
  await step('unrecorded', () => checkRecorded(envelope, recipient))
  const release = await step('unreleased', () => checkReleased(envelope, recipient, now))
  await step('unsigned', () => checkSigned(envelope, recipient, now))
  await step('incomplete', () => checkComplete(envelope, release))
  const wrapped = await step('unreadable-by-carrier', () => checkCarried(envelope, recipient))
  const key = await step('unreadable-by-recipient', () => ownKey(wrapped, recipient))
  return step('unreadable-by-sender', async () => {
    const secret = await decapsulate(envelope, wrapped, key, recipient)
    const opened = await Promise.all(envelope.triples.map((triple) => openItem(triple, secret, recipient)))
    return { payload: envelope.payload, release, items: opened, evidence: evidence(envelope, opened) }
  })
}

async function checkRecorded({ proof, release }, { id, log }) {
  unless(proof !== undefined, 'proof-missing')
  await checkProof(proof, id, digestOf(release), log)
}

async function checkReleased(envelope, { id, brokerKeys }, now) {
  const release = checkMembers(await readSigned(envelope.release, RELEASE, brokerKeys), {
    iss: isText, aud: isText, jti: isText, iat: isMoment, exp: isMoment, exchange: isText, jws: isDigest,
    released: (items) => isArray(items) && items.length > 0 && items.every(isDigest) && new Set(items).size === items.length,
    partial: isFlag, policy: isText, obligations: isArray,
  })
  unless(release.aud === id, 'audience-differs')
  checkLife(release, now, LONGEST_LIFE)
  const isOfThis = release.jws === signedDigest(envelope) && release.exchange === envelope.payload.jti
  unless(isOfThis, 'release-of-another-exchange')
  return release
}

async function checkSigned({ payload, header, signed }, { id, senderKeys }, now) {
  unless(payload.aud.includes(id), 'audience-differs')
  checkLife(payload, now, LONGEST_LIFE)
  await checkSignature(header, signed, senderKeys(payload.iss))
}

/** The released items and the labels are one set: counting is not enough, a dropped label once passed a count. */
function checkComplete(envelope, release) {
  const released = new Set(release.released)
  const here = envelope.triples.map(({ item }) => item)
  unless(here.length === released.size && here.every((item) => released.has(item)), 'release-differs')
  checkLabels(envelope)
}

/** What arrived is what the sender committed to; if it then does not open, the sender made it so. */
function checkCarried(envelope, { id }) {
  checkCommitments(envelope)
  const committed = envelope.payload.keys[envelope.payload.aud.indexOf(id)]
  const wrapped = envelope.keys.recipients.find((entry) => keyCommitment(envelope.keys, entry) === committed)
  unless(wrapped, 'keys-not-signed')
  return wrapped
}

function ownKey(wrapped, { sealingKeys }) {
  const key = sealingKeys.find(({ kid }) => kid === wrapped.header.kid)
  unless(key, 'sealed-for-another')
  return key
}

/** HPKE gives the content key; with it the rest is an ordinary JWE with direct encryption. */
async function decapsulate({ keys, payload }, wrapped, key, { id }) {
  const contentKey = await unwrap(wrapped, key, payload, id)
  const { protected: header, iv, ciphertext, tag } = keys
  try {
    const jwe = { protected: header, header: { alg: 'dir' }, iv, ciphertext, tag }
    const { plaintext } = await flattenedDecrypt(jwe, contentKey)
    const jwk = readJson(plaintext, 1024)
    unless(jwk.kty === 'oct', 'keys-unreadable')
    return decode64(jwk.k, 32)
  } catch {
    throw new Refusal('keys-unreadable')
  }
}

/** Secret and share together, and neither alone, give the key of one item: HKDF's expand step for one block. */
export const itemKey = (secret, share, item) =>
  new Uint8Array(
    createHmac('sha256', concat(secret, share))
      .update(concat(bytesOf('spil-item-v1\0'), decode64(item, 32), [1]))
      .digest(),
  )

async function openItem({ item, category, type, subject, share, ciphertext, disclosure }, secret, { accepts }) {
  const content = await decrypt(ciphertext, itemKey(secret, share, item))
  const encoded = encode64(content)
  unless(digestOf(encoded) === item, 'digest-changed')
  const label = { item, category, type, subject }
  const value = valueIn(content)
  unless(accepts(label, value), 'value-ill-formed')
  return { ...label, value, disclosures: [disclosure, encoded] }
}

async function decrypt(ciphertext, key) {
  try {
    return (await compactDecrypt(ciphertext, key)).plaintext
  } catch {
    throw new Refusal('content-unreadable')
  }
}

function valueIn(content) {
  try {
    const triple = readJson(content, CONTENT_BYTES)
    unless(isArray(triple) && triple.length === 3 && isText(triple[0]) && triple[1] === 'value', 'value-ill-formed')
    return triple[2]
  } catch {
    throw new Refusal('value-ill-formed')
  }
}

/** What to keep: the sender's signature with labels and contents, an ordinary SD-JWT (RFC 9901 section 8). */
const evidence = ({ signed }, opened) => ({
  payload: signed.payload,
  protected: signed.protected,
  signature: signed.signature,
  header: { disclosures: [0, 1].flatMap((which) => opened.map(({ disclosures }) => disclosures[which])) },
})
