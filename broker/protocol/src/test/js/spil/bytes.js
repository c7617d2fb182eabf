import { createHash } from 'node:crypto'
import { Refusal } from './refusal.js'

const utf8 = new TextEncoder()

export const bytesOf = (text) => utf8.encode(text)
export const concat = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))))
export const encode64 = (bytes) => Buffer.from(bytes).toString('base64url')
export const sha256 = (...parts) => new Uint8Array(createHash('sha256').update(concat(...parts)).digest())
/** The digest of a text, as it is written everywhere in this profile. */
export const digestOf = (text) => encode64(sha256(bytesOf(text)))
export const same = (one, other) => Buffer.compare(one, other) === 0

/** base64url in its one spelling: no padding, no spare bits, nothing besides. */
export function decode64(text, length) {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64url') : undefined
  if (!bytes || bytes.toString('base64url') !== text || (length !== undefined && bytes.length !== length)) {
    throw new Refusal('member-ill-formed')
  }
  return new Uint8Array(bytes)
}

/** The same for the base64 with padding that the formats of the log use. */
export function decodePadded64(text, length) {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text || (length !== undefined && bytes.length !== length)) {
    throw new Refusal('proof-invalid')
  }
  return new Uint8Array(bytes)
}
