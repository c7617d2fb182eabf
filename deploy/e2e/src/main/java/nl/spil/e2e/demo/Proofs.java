package nl.spil.e2e.demo;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.spil.protocol.proof.InvalidProof;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Receipt;

/** Recomputes receipts with nothing but the public key of the log: no broker, no network. */
final class Proofs {
    private final LogKey key;
    private final Words words;
    private int count;

    Proofs(LogKey key, Words words) {
        this.key = key;
        this.words = words;
    }

    int count() {
        return count;
    }

    /** Checks them all; answers with the entries they are about, in words. */
    String recompute(Collection<Receipt> receipts) {
        var entries = new TreeSet<Long>();
        for (var receipt : receipts) {
            try {
                entries.add(receipt.verify(key).index());
            } catch (InvalidProof e) {
                throw new StoryEnded("a receipt of the log does not hold: " + e.getMessage());
            }
            count++;
        }
        var numbers = entries.stream().map(String::valueOf).toList();
        var line = words.text(numbers.size() == 1 ? "proofs.line" : "proofs.lines", ranges(numbers, entries));
        return words.text("proofs", line);
    }

    private String ranges(List<String> numbers, SortedSet<Long> entries) {
        if (numbers.size() > 3 && entries.last() - entries.first() == numbers.size() - 1) {
            return numbers.getFirst() + "–" + numbers.getLast();
        }
        return words.list(numbers);
    }
}
