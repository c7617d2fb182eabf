// The sender: labels in the clear, contents encrypted, one random share per item, one signature over all of it.

import { CompactEncrypt, CompactSign, FlattenedEncrypt, importJWK } from 'jose'
import { randomBytes } from 'node:crypto'
import { bytesOf, digestOf, encode64 } from './bytes.js'
import { contentCommitment, keyCommitment, KEYS_HEADER, SCHEMA, TYPE } from './envelope.js'
import { wrap } from './hpke.js'
import { itemKey } from './open.js'

const SALT = 16
const SECRET = 32
const BUCKET = 64
const STEP = 8

/**
 * Seals items for the recipients of the claims; a retry must send the same bytes, since sealing again makes another exchange.
 *
 * @param claims the payload but for what sealing adds: keys and items
 * @param items [{ category, type, subject, value }]
 * @param recipientKeys public sealing keys by recipient
 * @param signingKey private JWK with kid
 */
export async function seal(claims, items, recipientKeys, signingKey) {
  const secret = randomBytes(SECRET)
  const triples = await Promise.all(items.map((item) => sealItem(item, secret)))
  triples.sort((one, other) => (one.item < other.item ? -1 : 1))
  const keys = await wrapFor(claims, secret, recipientKeys)
  const payload = {
    ...claims,
    schema: SCHEMA,
    keys: keys.recipients.map((recipient) => keyCommitment(keys, recipient)),
    _sd_alg: 'sha-256',
    items: signedItems(triples).map((digest) => ({ '...': digest })),
  }
  const jws = await new CompactSign(bytesOf(JSON.stringify(payload)))
    .setProtectedHeader({ alg: signingKey.alg, typ: TYPE, kid: signingKey.kid })
    .sign(await importJWK(signingKey))
  const [protectedPart, payloadPart, signature] = jws.split('.')
  return {
    protected: protectedPart,
    payload: payloadPart,
    signature,
    header: {
      disclosures: triples.map(({ disclosure }) => disclosure),
      edis: triples.map(({ item, ciphertext }) => [item, ciphertext]),
      shares: triples.map(({ item, share }) => [item, encode64(share)]),
      keys,
    },
  }
}

async function sealItem({ category, type, subject, value }, secret) {
  const content = padded(JSON.stringify([salt(), 'value', value]))
  const item = digestOf(encode64(content))
  const share = randomBytes(SECRET)
  const ciphertext = await new CompactEncrypt(content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(itemKey(secret, share, item))
  const label = { cat: category, type, subject, enc: contentCommitment(ciphertext, share), _sd: [item] }
  return { item, share, ciphertext, disclosure: encode64(bytesOf(JSON.stringify([salt(), label]))) }
}

const salt = () => encode64(randomBytes(SALT))

/** Spaces before the closing bracket, so that lengths come in steps of 64. */
function padded(json) {
  const bytes = bytesOf(json)
  const room = (BUCKET - (bytes.length % BUCKET)) % BUCKET
  return bytesOf(json.slice(0, -1) + ' '.repeat(room) + ']')
}

/** The digests of the labels and, up to a multiple of eight, of nothing, in an order that tells nothing. */
function signedItems(triples) {
  const digests = triples.map(({ disclosure }) => digestOf(disclosure))
  while (digests.length % STEP !== 0) digests.push(encode64(randomBytes(SECRET)))
  return digests.sort()
}

/** The secret of the exchange, encrypted once; the key to it is wrapped for each recipient. */
async function wrapFor(claims, secret, recipientKeys) {
  const contentKey = new Uint8Array(randomBytes(SECRET))
  const jwk = bytesOf(JSON.stringify({ kty: 'oct', k: encode64(secret) }))
  const { iv, ciphertext, tag } = await new FlattenedEncrypt(jwk)
    .setProtectedHeader({ enc: 'A256GCM', cty: 'jwk+json' })
    .setUnprotectedHeader({ alg: 'dir' })
    .encrypt(contentKey)
  const recipients = await Promise.all(
    claims.aud.map((recipient) => wrap(contentKey, recipientKeys[recipient], claims, recipient)),
  )
  return { protected: KEYS_HEADER, recipients, iv, ciphertext, tag }
}
