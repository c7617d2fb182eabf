// The log: signed notes (c2sp.org/signed-note), checkpoints (tlog-checkpoint, tlog-cosignature), proofs (tlog-proof) and the
// two climbs of RFC 9162. "No proof, no data."

import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import { createPublicKey, verify } from 'node:crypto'
import { bytesOf, concat, decodePadded64, encode64, same, sha256 } from './bytes.js'
import { readJson } from './json.js'
import { unless } from './refusal.js'

const ED25519 = 0x01
const ML_DSA_44 = 0x06
const LEAF_BYTES = 2048

const leafHash = (leaf) => sha256([0], leaf)
const nodeHash = (left, right) => sha256([1], left, right)
const number64 = (value) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/** The published keys of a log, one a line: name+id+type and key. */
export function readLogKey(text) {
  return text.trimEnd().split('\n').map((line) => {
    const [, name, id, typed] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(line)
    const bytes = decodePadded64(typed)
    const expected = Buffer.from(sha256(bytesOf(`${name}\n`), bytes)).toString('hex', 0, 4)
    unless(id === expected, 'proof-invalid')
    return { name, id, type: bytes[0], key: bytes.subarray(1) }
  })
}

/** The checkpoint in a note, if the log signed it; every signature by a key of the log must be right. */
export function openCheckpoint(note, logKeys) {
  const end = note.lastIndexOf('\n\n')
  unless(end > 0 && note.endsWith('\n'), 'proof-invalid')
  const text = note.slice(0, end + 1)
  const [, origin, size, root] = /^([^\s+]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? []
  unless(origin === logKeys[0].name, 'proof-invalid')
  const checkpoint = { text, origin, size: Number(size), root: decodePadded64(root, 32) }
  const signedBy = note.slice(end + 2, -1).split('\n').map((line) => {
    const [, name, base64] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? []
    const bytes = decodePadded64(base64 ?? '!')
    const id = Buffer.from(bytes).toString('hex', 0, 4)
    const key = logKeys.find((candidate) => candidate.name === name && candidate.id === id)
    unless(!key || isSigned(checkpoint, key, bytes.subarray(4)), 'proof-invalid')
    return key?.type
  })
  unless(signedBy.includes(ED25519), 'proof-invalid')
  return { ...checkpoint, lasting: signedBy.includes(ML_DSA_44) }
}

function isSigned(checkpoint, { name, type, key }, signature) {
  if (type === ED25519) {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: encode64(key) }, format: 'jwk' })
    return verify(null, bytesOf(checkpoint.text), publicKey, signature)
  }
  const time = signature.subarray(0, 8)
  const cosigner = bytesOf(name)
  const origin = bytesOf(checkpoint.origin)
  const message = concat(
    bytesOf('subtree/v1\n\0'), [cosigner.length], cosigner, time, [origin.length], origin,
    number64(0), number64(checkpoint.size), checkpoint.root,
  )
  return signature.length === 8 + 2420 && ml_dsa44.verify(signature.subarray(8), message, key)
}

/** RFC 9162 section 2.1.3.2. */
export function isIncluded(leaf, index, size, path, root) {
  if (index < 0 || index >= size) return false
  let fn = BigInt(index)
  let sn = BigInt(size) - 1n
  let hash = leaf
  for (const sibling of path) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      hash = nodeHash(sibling, hash)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else {
      hash = nodeHash(hash, sibling)
    }
    [fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && same(hash, root)
}

/** RFC 9162 section 2.1.4.2: whether the later tree holds all of the earlier one, in place. */
export function isGrown(earlier, later, path) {
  if (earlier.size > later.size) return false
  if (earlier.size === later.size) return path.length === 0 && same(earlier.root, later.root)
  if (earlier.size === 0) return path.length === 0
  let fn = BigInt(earlier.size) - 1n
  let sn = BigInt(later.size) - 1n
  while (fn & 1n) [fn, sn] = [fn >> 1n, sn >> 1n]
  const rest = [...path]
  const seed = fn === 0n ? earlier.root : rest.shift()
  if (!seed) return false
  let [fr, sr] = [seed, seed]
  for (const sibling of rest) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      fr = nodeHash(sibling, fr)
      sr = nodeHash(sibling, sr)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else {
      sr = nodeHash(sr, sibling)
    }
    [fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && same(fr, earlier.root) && same(sr, later.root)
}

/** Reads a proof and the leaf it carries. */
function readProof(text) {
  const [, extra, index, path, note] =
    /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9][0-9]{0,15})\n((?:\S{44}\n){0,63})\n([^]*)$/.exec(text) ?? []
  unless(note, 'proof-invalid')
  return {
    leaf: decodePadded64(extra),
    index: Number(index),
    path: path.split('\n').slice(0, -1).map((hash) => decodePadded64(hash, 32)),
    note,
  }
}

/**
 * That the recipient's collecting of exactly this release stands in the log, and the log is the one that was seen before.
 *
 * @param known the log's key, the checkpoint seen last, and where to ask how the log grew from it to a later one
 */
export async function checkProof(text, recipient, release, known) {
  const proof = readProof(text)
  const shown = openCheckpoint(proof.note, known.logKeys)
  unless(isIncluded(leafHash(proof.leaf), proof.index, shown.size, proof.path, shown.root), 'proof-invalid')
  const seen = openCheckpoint(known.lastSeen, known.logKeys)
  const [earlier, later] = seen.size <= shown.size ? [seen, shown] : [shown, seen]
  unless(isGrown(earlier, later, await known.growth(earlier, later)), 'proof-invalid')
  const { v, type, to, rel } = readJson(proof.leaf, LEAF_BYTES)
  unless(v === 1 && type === 'collected' && `urn:oin:${to}` === recipient && rel === release, 'proof-of-another')
}
