package nl.spil.protocol.seal;

import nl.spil.protocol.AnswerType;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Sha256;

/**
 * What the broker may know of an item, under the sender's signature.
 *
 * @param item the digest of the content, and so the item's name
 * @param commitment SHA-256 of the ciphertext and the share, so that a delivery that does not open has a culprit
 */
public record Label(
        ContentDigest item, DataCategory category, AnswerType answerType, Pseudonym subject, Sha256 commitment) {}
