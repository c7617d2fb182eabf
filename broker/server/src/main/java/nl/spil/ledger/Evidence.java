package nl.spil.ledger;

import java.util.Optional;
import nl.spil.protocol.Json;
import nl.spil.protocol.proof.Leaf;
import nl.spil.protocol.proof.LeafBytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as evidence of what was decided: its leaf, and what is kept behind it as long as it is not destroyed.
 *
 * @param question the bytes policy was asked, where they are stored beside this entry
 */
@SuppressWarnings("ArrayRecordComponent") // On its way from the log to the reader, never compared and never changed.
public record Evidence(long index, LeafBytes leafBytes, byte @Nullable [] record, byte @Nullable [] question) {
    private static final int LARGEST_RECORD = 4 << 20;

    static Evidence of(LogReader.Stored stored) {
        return new Evidence(stored.index(), stored.leaf(), stored.record(), stored.question());
    }

    /** What stands in the tree; read when somebody asks, because most of a log is only passed by. */
    public Leaf leaf() {
        return Leaf.parse(leafBytes.bytes());
    }

    /** What was recorded; empty when it was destroyed. */
    public Optional<JsonNode> recorded() {
        return Optional.ofNullable(record).map(bytes -> Json.read(bytes, LARGEST_RECORD));
    }
}
