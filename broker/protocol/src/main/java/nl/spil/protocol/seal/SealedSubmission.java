package nl.spil.protocol.seal;

import java.util.List;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Sha256;

/** An exchange as its sender just sealed it; to be kept until the broker has answered. */
public final class SealedSubmission {
    private final byte[] bytes;
    private final Envelope envelope;
    private final List<ContentDigest> items;

    SealedSubmission(byte[] bytes, Envelope envelope, List<ContentDigest> items) {
        this.bytes = bytes;
        this.envelope = envelope;
        this.items = items;
    }

    /** What is sent, and sent again on a retry. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public ExchangeClaims claims() {
        return envelope.payload().claims();
    }

    /** The names of the items, in the order in which they were given to the sealer. */
    public List<ContentDigest> items() {
        return items;
    }

    /** SHA-256 of `protected.payload`, by which the broker recognises a retry. */
    public Sha256 signedDigest() {
        return envelope.signedDigest();
    }

    @Override
    public String toString() {
        return "sealed submission of " + bytes.length + " bytes";
    }
}
