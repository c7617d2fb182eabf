package nl.spil.ledger;

import nl.spil.protocol.proof.Hash;

/** The bytes that policy was asked: the evidence with which a decision can be replayed. */
public final class Question {
    private final byte[] bytes;
    private final Hash digest;

    private Question(byte[] owned) {
        this.bytes = owned;
        this.digest = Hash.sha256(owned);
    }

    public static Question of(byte[] bytes) {
        return new Question(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Hash digest() {
        return digest;
    }

    @Override
    public String toString() {
        return "question of " + bytes.length + " bytes";
    }
}
