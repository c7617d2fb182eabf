// HPKE-9-KE: X-Wing (X25519 and ML-KEM-768), one-stage SHAKE256, AES-256-GCM, base mode, as JOSE wraps a content key.

import { AEAD_AES_256_GCM, KDF_SHAKE256, KEM_MLKEM768_X25519 } from '@panva/hpke-noble'
import { CipherSuite } from 'hpke'
import { bytesOf, concat, decode64, encode64 } from './bytes.js'
import { Refusal } from './refusal.js'

const suite = new CipherSuite(KEM_MLKEM768_X25519, KDF_SHAKE256, AEAD_AES_256_GCM)

/** The JOSE Recipient_structure: what the key is for, and the exchange and recipient it is bound to. */
function info(sender, exchange, recipient) {
  const bound = [sender, exchange, recipient].join('\u001f')
  return concat(bytesOf('JOSE-HPKE rcpt'), [0xff], bytesOf('A256GCM'), [0xff], bytesOf(bound))
}

export async function wrap(key, jwk, { iss, jti }, recipient) {
  const publicKey = await suite.DeserializePublicKey(decode64(jwk.pub, 1216))
  const sealed = await suite.Seal(publicKey, key, { info: info(iss, jti, recipient) })
  return {
    header: { alg: jwk.alg, kid: jwk.kid, ek: encode64(sealed.encapsulatedSecret) },
    encrypted_key: encode64(sealed.ciphertext),
  }
}

export async function unwrap(wrapped, jwk, { iss, jti }, recipient) {
  try {
    const privateKey = await suite.DeserializePrivateKey(decode64(jwk.priv, 32))
    return await suite.Open(privateKey, decode64(wrapped.header.ek), decode64(wrapped.encrypted_key), {
      info: info(iss, jti, recipient),
    })
  } catch {
    throw new Refusal('keys-unreadable')
  }
}
