package nl.spil.partner;

import java.security.cert.X509Certificate;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.SigningKey;

/**
 * Who the broker is to its partners.
 *
 * @param operator the organisation that runs it; stands as `iss` in what the broker signs
 * @param releaseKey signs what the broker lets through; its public half is in `<data>/trust/release.jwks` and at /v1/keys
 * @param root the certificate under which the keys of all partners stand
 */
public record BrokerIdentity(Oin operator, SigningKey releaseKey, X509Certificate root) {}
