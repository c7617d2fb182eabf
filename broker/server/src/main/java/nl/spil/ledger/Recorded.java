package nl.spil.ledger;

import java.time.Instant;
import nl.spil.protocol.proof.LeafBytes;
import nl.spil.protocol.proof.Receipt;

/** Proof that something stands in the ledger, durably; only the ledger can make one. */
public final class Recorded<T> {
    private final T value;
    private final Position position;
    private final LeafBytes leaf;
    private final Head head;

    Recorded(T value, Position position, LeafBytes leaf, Head head) {
        this.value = value;
        this.position = position;
        this.leaf = leaf;
        this.head = head;
    }

    public T value() {
        return value;
    }

    public long index() {
        return position.index();
    }

    public Instant time() {
        return position.time();
    }

    /** Anyone can check it offline; made when asked for, by whoever asks. */
    public Receipt receipt() {
        return head.receipt(position.index(), leaf);
    }

    @Override
    public String toString() {
        return "recorded at " + index();
    }
}
