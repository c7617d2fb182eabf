package nl.spil.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.decision.PolicyVersion;
import nl.spil.ledger.Evidence;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question that was judged, with the entries that were written on it, one for each recipient.
 *
 * @param entries the one beside which the question is kept, and those after it that may rest on it too
 */
@SuppressWarnings("ArrayRecordComponent") // On its way from the log to the judge, never compared and never changed.
record PastDecision(byte[] question, List<Evidence> entries) {
    /** One question has at most sixteen recipients, each with an entry. */
    static final int MOST_ENTRIES = 16;

    PastDecision {
        entries = List.copyOf(entries);
    }

    /** What was recorded for one recipient, and where. */
    record Recorded(Evidence entry, JsonNode record, PolicyVersion decidedBy) {
        private static Recorded of(Evidence entry, JsonNode record) {
            var digest = String.valueOf(entry.leaf().header().policy());
            return new Recorded(
                    entry, record, new PolicyVersion(record.required("policy").longValue(), digest));
        }

        Oin recipient() {
            return new Oin(record.required("recipient").stringValue());
        }
    }

    /** Where the question is kept. */
    long index() {
        return entries.getFirst().index();
    }

    /** What is still known of it, per recipient; a record that was destroyed is not among it. */
    SortedMap<Oin, Recorded> recorded() {
        var digest = Sha256.of(question).value();
        var found = new TreeMap<Oin, Recorded>();
        for (var entry : entries) {
            if (!mentions(entry.record(), digest)) {
                continue;
            }
            entry.recorded()
                    .filter(record ->
                            record.at("/question/sha256").stringValue("").equals(digest))
                    .map(record -> Recorded.of(entry, record))
                    .ifPresent(one -> found.putIfAbsent(one.recipient(), one));
        }
        return found;
    }

    /** Whether it is worth reading: what follows a decision in the log mostly rests on something else. */
    private static boolean mentions(byte @Nullable [] record, String digest) {
        return record != null && new String(record, StandardCharsets.ISO_8859_1).contains(digest);
    }

    /** Cuts a stretch of the log, page after page, into decisions. */
    static final class Cutter {
        private @Nullable Evidence first;
        private final List<Evidence> open = new ArrayList<>();

        /** What is complete after this entry. */
        Optional<PastDecision> next(Evidence entry) {
            var complete = entry.question() == null ? Optional.<PastDecision>empty() : rest();
            if (entry.question() != null) {
                first = entry;
            }
            if (first != null && open.size() < MOST_ENTRIES) {
                open.add(entry);
            }
            return complete;
        }

        /** What is left when nothing follows. */
        Optional<PastDecision> rest() {
            if (first == null || first.question() == null) {
                return Optional.empty();
            }
            var decision = new PastDecision(first.question(), open);
            first = null;
            open.clear();
            return Optional.of(decision);
        }
    }
}
