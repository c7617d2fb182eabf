package nl.spil.ledger;

import nl.spil.protocol.Sha256;

/** The bytes that policy was asked: the evidence with which a decision can be replayed. */
public final class Question {
    private final byte[] bytes;
    private final Sha256 digest;

    private Question(byte[] owned) {
        this.bytes = owned;
        this.digest = Sha256.of(owned);
    }

    public static Question of(byte[] bytes) {
        return new Question(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Sha256 digest() {
        return digest;
    }

    @Override
    public String toString() {
        return "question of " + bytes.length + " bytes";
    }
}
