package nl.spil.protocol.seal;

/**
 * All there is of one item in an exchange: kept whole or dropped whole.
 *
 * @param disclosure the label as it was signed, in base64url
 * @param ciphertext the content as a compact JWE
 * @param share the item's share in base64url, without which the recipient cannot open it
 */
record Triple(Label label, String disclosure, String ciphertext, String share) {}
