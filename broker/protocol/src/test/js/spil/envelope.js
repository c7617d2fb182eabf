// The sealed exchange as bytes: every limit and every form of ENVELOPE section 1, before anything is computed.

import { bytesOf, decode64, digestOf, encode64, sha256 } from './bytes.js'
import { readJson } from './json.js'
import {
  checkMembers, isArray, isBytes, isDigest, isFlag, isMatch, isMoment, isObject, isOneOf, isText,
} from './members.js'
import { Refusal, unless } from './refusal.js'
import { readHeader } from './signed.js'

export const TYPE = 'spil-exchange+sd-jwt'
export const SCHEMA = 'urn:spil:schema:exchange:1'
export const LONGEST_LIFE = 30 * 24 * 3600
export const SEALING = 'HPKE-9-KE'

/** Both headers are constants, compared byte for byte: there is nothing in them to negotiate. */
export const CONTENT_HEADER = encode64(bytesOf('{"alg":"dir","enc":"A256GCM"}'))
export const KEYS_HEADER = encode64(bytesOf('{"enc":"A256GCM","cty":"jwk+json"}'))

const KIB = 1024
const MIB = 1024 * KIB
const ITEMS = 256
const STEP = 8
const RECIPIENTS = 16
const DECLARATIONS = 16
const BUCKET = 64

const isOin = isMatch(/^urn:oin:[0-9]{20}$/)
const isRandomId = (value) => isBytes(value, 16)
const isUuid = isMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const isExchange = isMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
const isCategory = isMatch(/^[A-Z][A-Z0-9_]{1,63}$/)
const isReference = isMatch(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/)
const isDeclared = isOneOf(
  'meldcode_weighed', 'supervision_order', 'representation_established', 'third_persons_untraceable', 'reporter_masked',
  'category_motivated', 'help_not_conditional', 'conditions_in_force', 'reintegration_planned', 'crisis_channel_used',
  'undertaking_signed', 'rac_positive', 'no_participant_objects', 'contributor_consent', 'subject_incapable',
  'control_lawfulness', 'control_internal', 'control_security', 'control_proceedings', 'subject_request',
  'counts_of_ten_or_more', 'claim_pending',
)
const isAnswerType = isOneOf('KNOWN', 'YES_NO', 'STATUS', 'SUMMARY', 'DOCUMENT')

/** Reads what a sender submitted, or what a recipient was delivered. */
export function readEnvelope(bytes, form) {
  const delivered = form === 'delivered'
  const envelope = readJson(bytes, 4 * MIB)
  unless(isObject(envelope), 'member-ill-formed')
  unless(!('signatures' in envelope), 'two-signatures')
  checkMembers(envelope, { protected: isText, payload: isText, signature: (s) => isBytes(s, 64), header: isObject })
  const { header } = envelope
  checkMembers(
    header,
    { disclosures: isArray, edis: isArray, shares: isArray, keys: isObject, ...(delivered && { release: isText }) },
    delivered ? { proof: isText } : {},
  )
  unless((header.proof ?? '').length <= 64 * KIB, 'oversize')
  const read = {
    signed: { protected: envelope.protected, payload: envelope.payload, signature: envelope.signature },
    header: readHeader(envelope.protected, TYPE, { 'x5t#S256': isDigest }),
    payload: readPayload(envelope.payload),
    triples: readTriples(header),
    keys: readKeys(header.keys),
    release: header.release,
    proof: header.proof,
  }
  unless(read.keys.recipients.length === (delivered ? 1 : read.payload.aud.length), 'recipients-differ')
  return read
}

function readPayload(encoded) {
  const payload = checkMembers(
    readJson(decode64(encoded), 64 * KIB),
    {
      iss: isOin, aud: isArray, jti: isExchange, iat: isMoment, exp: isMoment, case: isRandomId, purpose: isText,
      actor: isObject, necessity: isObject, schema: isText, keys: isArray, _sd_alg: isText, items: isArray,
    },
    {
      basis: isText, answers: isUuid, secrecyBases: isArray, goodCare: isObject, policeAuthority: isObject,
      declarations: isArray,
    },
  )
  if ('declarations' in payload) checkDeclarations(payload.declarations)
  checkMembers(payload.necessity, {
    necessity: isFlag, proportionality: isFlag, subsidiarity: isFlag, judgedBy: isText, judgedAt: isMoment,
  })
  unless(payload.schema === SCHEMA && payload._sd_alg === 'sha-256', 'profile-unknown')
  const { aud, keys, items, iat, exp } = payload
  unless(aud.length <= RECIPIENTS, 'too-many-recipients')
  unless(aud.length > 0 && aud.every(isOin) && new Set(aud).size === aud.length, 'member-ill-formed')
  unless(keys.length === aud.length, 'recipients-differ')
  unless(keys.every(isDigest), 'member-ill-formed')
  unless(items.length > 0, 'no-items')
  unless(items.length <= ITEMS, 'too-many-items')
  items.forEach((item) => checkMembers(item, { '...': isDigest }))
  unless(items.length % STEP === 0, 'member-ill-formed')
  unless(new Set(items.map((item) => item['...'])).size === items.length, 'items-repeated')
  unless(exp > iat, 'member-ill-formed')
  unless(exp <= iat + LONGEST_LIFE, 'lives-too-long')
  return payload
}

/** What the sender says a person did or decided: codes of a closed list, each once, and no free text. */
function checkDeclarations(declarations) {
  unless(declarations.length > 0 && declarations.length <= DECLARATIONS, 'member-ill-formed')
  for (const declaration of declarations) {
    checkMembers(
      declaration, { code: isDeclared, declaredAt: isMoment }, { until: isMoment, reference: isReference },
    )
    unless(!('until' in declaration) || declaration.until > declaration.declaredAt, 'member-ill-formed')
  }
  unless(new Set(declarations.map(({ code }) => code)).size === declarations.length, 'declared-twice')
}

/** Label, content and share of each item; all three lists name the same items in the order of their digests. */
function readTriples({ disclosures, edis, shares }) {
  for (const list of [disclosures, edis, shares]) {
    unless(list.length > 0, 'no-items')
    unless(list.length <= ITEMS, 'too-many-items')
  }
  const labels = disclosures.map(readLabel)
  const contents = edis.map(readContent)
  const parts = shares.map((pair) => readPair(pair, (share) => isBytes(share, 32)))
  const items = labels.map((label) => label.item)
  checkSameItems(items, contents)
  checkSameItems(items, parts)
  for (let i = 1; i < items.length; i++) {
    unless(items[i - 1] !== items[i], 'items-repeated')
    unless(items[i - 1] < items[i], 'items-reordered')
  }
  return labels.map((label, i) => ({ ...label, ciphertext: contents[i].text, share: decode64(parts[i].text) }))
}

function readLabel(disclosure) {
  const pair = readJson(decode64(disclosure), KIB)
  unless(isArray(pair) && pair.length === 2 && isBytes(pair[0], 16), 'member-ill-formed')
  const label = checkMembers(pair[1], {
    cat: isCategory, type: isAnswerType, subject: isRandomId, enc: isDigest,
    _sd: (digests) => isArray(digests) && digests.length === 1 && isDigest(digests[0]),
  })
  return { item: label._sd[0], category: label.cat, type: label.type, subject: label.subject, enc: label.enc, disclosure }
}

function readContent(pair) {
  const content = readPair(pair, isMatch(/^[\w-]+\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/))
  const [header, , iv, ciphertext, tag] = content.text.split('.')
  unless(header === CONTENT_HEADER && isBytes(iv, 12) && isBytes(tag, 16), 'member-ill-formed')
  const length = decode64(ciphertext).length
  unless(length <= MIB, 'item-oversize')
  unless(length % BUCKET === 0, 'member-ill-formed')
  return content
}

function readPair(pair, isOfKind) {
  unless(isArray(pair) && pair.length === 2 && isDigest(pair[0]) && isOfKind(pair[1]), 'member-ill-formed')
  return { item: pair[0], text: pair[1] }
}

function checkSameItems(items, others) {
  const named = others.map((other) => other.item)
  if (named.join() === items.join()) return
  throw new Refusal([...named].sort().join() === [...items].sort().join() ? 'items-reordered' : 'items-differ')
}

function readKeys(keys) {
  checkMembers(keys, {
    protected: isText, recipients: isArray, iv: (iv) => isBytes(iv, 12), ciphertext: (c) => isBytes(c, 63),
    tag: (tag) => isBytes(tag, 16),
  })
  unless(keys.protected === KEYS_HEADER, 'profile-unknown')
  unless(keys.recipients.length <= RECIPIENTS, 'too-many-recipients')
  for (const recipient of keys.recipients) {
    checkMembers(recipient, { header: isObject, encrypted_key: (key) => isBytes(key, 48) })
    unless(!('psk_id' in recipient.header), 'psk-present')
    checkMembers(recipient.header, { alg: isText, kid: isDigest, ek: (ek) => isBytes(ek, 1120) })
    unless(recipient.header.alg === SEALING, 'profile-unknown')
  }
  return keys
}

/** What the release and a retry call this exchange: the digest of what its sender signed. */
export const signedDigest = ({ signed }) => digestOf(`${signed.protected}.${signed.payload}`)

/** What the sender commits to about one item: its ciphertext and share, so that neither can be changed unnoticed. */
export const contentCommitment = (ciphertext, share) => encode64(sha256(bytesOf(ciphertext), share))

/** What the sender commits to about one recipient's way to the secret. */
export const keyCommitment = ({ protected: header, iv, ciphertext, tag }, recipient) =>
  digestOf([header, iv, ciphertext, tag, recipient.header.kid, recipient.header.ek, recipient.encrypted_key].join('.'))

/** Every label must be among the digests that were signed. */
export function checkLabels({ payload, triples }) {
  const signed = new Set(payload.items.map((item) => item['...']))
  unless(triples.every(({ disclosure }) => signed.has(digestOf(disclosure))), 'label-not-signed')
}

export function checkCommitments({ triples }) {
  unless(triples.every(({ ciphertext, share, enc }) => contentCommitment(ciphertext, share) === enc), 'content-not-signed')
}
