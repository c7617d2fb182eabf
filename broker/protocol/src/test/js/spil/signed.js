// Signatures: which key is looked up by name among the keys registered for whoever should have signed, and that key, never
// the message, says with which algorithm.

import { flattenedVerify, importJWK } from 'jose'
import { decode64 } from './bytes.js'
import { readJson } from './json.js'
import { checkMembers, isDigest, isText } from './members.js'
import { Refusal, unless } from './refusal.js'

const ACCEPTED = ['ES256', 'Ed25519']
const HEADER_BYTES = 64 * 1024
const CLAIMS_BYTES = 256 * 1024

/** Reads a protected header without believing it. */
export function readHeader(encoded, type, optional = {}) {
  const header = readJson(decode64(encoded), HEADER_BYTES)
  unless(!('crit' in header), 'crit-unknown')
  unless(!('zip' in header), 'zip-present')
  checkMembers(header, { alg: isText, typ: isText, kid: isDigest }, optional)
  unless(header.typ === type, 'profile-unknown')
  unless(ACCEPTED.includes(header.alg), 'algorithm-refused')
  return header
}

export async function checkSignature(header, signed, registered) {
  const jwk = registered.find((key) => key.kid === header.kid)
  unless(jwk, 'key-unknown')
  unless(jwk.alg === header.alg, 'algorithm-not-of-key')
  const { kty, crv, x, y } = jwk
  try {
    await flattenedVerify(signed, await importJWK({ kty, crv, x, y }, jwk.alg), { algorithms: [jwk.alg] })
  } catch {
    throw new Refusal('signature-invalid')
  }
}

/** The claims of a compact JWS once its signature is known to be by one of these keys. */
export async function readSigned(jws, type, registered) {
  unless(jws.length <= CLAIMS_BYTES, 'oversize')
  const parts = jws.split('.')
  unless(parts.length === 3, 'member-ill-formed')
  const [protectedPart, payload, signature] = parts
  const header = readHeader(protectedPart, type)
  decode64(signature, 64)
  const claims = readJson(decode64(payload), CLAIMS_BYTES)
  await checkSignature(header, { protected: protectedPart, payload, signature }, registered)
  return claims
}

/** From when to when a message holds; clocks may differ by a minute. */
export function checkLife({ iat, exp }, now, longest) {
  unless(iat <= now + 60, 'not-yet-valid')
  unless(exp > now, 'expired')
  unless(exp <= iat + longest, 'lives-too-long')
}
