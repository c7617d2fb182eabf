package nl.spil.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.decision.Decision;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Receipt;

/** What policy answered to a question asked beforehand, and for every recipient where that was recorded. */
public record PreChecked(Decision decision, SortedMap<Oin, Receipt> receipts) {
    public PreChecked {
        receipts = Collections.unmodifiableSortedMap(new TreeMap<>(receipts));
    }

    /** Where the answer for a recipient was recorded. */
    public Receipt receipt(Oin recipient) {
        return java.util.Objects.requireNonNull(receipts.get(recipient), "not a recipient of this question");
    }
}
