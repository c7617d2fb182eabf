package nl.spil.ledger;

import java.util.Optional;
import nl.spil.protocol.Json;
import nl.spil.protocol.proof.Leaf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as evidence of what was decided: its leaf, and what is kept behind it as long as it is not destroyed.
 *
 * @param question the bytes policy was asked, where they are stored beside this entry
 */
@SuppressWarnings("ArrayRecordComponent") // On its way from the log to the reader, never compared and never changed.
public record Evidence(long index, Leaf leaf, byte @Nullable [] record, byte @Nullable [] question) {
    private static final int LARGEST_RECORD = 4 << 20;

    static Evidence of(LogReader.Stored stored) {
        return new Evidence(stored.index(), Leaf.parse(stored.leaf().bytes()), stored.record(), stored.question());
    }

    /** What was recorded; empty when it was destroyed. */
    public Optional<JsonNode> recorded() {
        return Optional.ofNullable(record).map(bytes -> Json.read(bytes, LARGEST_RECORD));
    }
}
