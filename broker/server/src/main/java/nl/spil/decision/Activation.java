package nl.spil.decision;

import nl.spil.protocol.KeyId;

/**
 * That a bundle of rules may be used here, under the signature of this installation.
 *
 * @param signature ES256 in base64url
 */
public record Activation(PolicyVersion policy, KeyId signedBy, String signature) {}
