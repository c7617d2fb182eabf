package nl.spil.ledger;

import java.time.Instant;
import nl.spil.protocol.proof.Receipt;

/** Proof that something stands in the ledger, durably; only the ledger can make one. */
public final class Recorded<T> {
    private final T value;
    private final Position position;
    private final Receipt receipt;

    Recorded(T value, Position position, Receipt receipt) {
        this.value = value;
        this.position = position;
        this.receipt = receipt;
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

    /** Anyone can check it offline. */
    public Receipt receipt() {
        return receipt;
    }

    @Override
    public String toString() {
        return "recorded at " + index();
    }
}
