// What a recipient keeps, read by a library that knows nothing of Spil: an SD-JWT like any other (RFC 9901).

import { FlattenJSON, SDJwtInstance } from '@sd-jwt/core'
import { importJWK } from 'jose'
import { createHash, subtle } from 'node:crypto'

/** The payload with every disclosed label and content in its place; throws unless the signature holds. */
export async function readEvidence(evidence, jwk, now) {
  const key = await importJWK(jwk, jwk.alg)
  const sdJwt = new SDJwtInstance({
    hasher: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
    verifier: (signed, signature) =>
      subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(signature, 'base64url'), Buffer.from(signed)),
  })
  const { payload } = await sdJwt.verify(FlattenJSON.fromSerialized(evidence).toEncoded(), { currentDate: now })
  return payload
}
