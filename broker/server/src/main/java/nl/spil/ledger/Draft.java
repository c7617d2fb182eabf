package nl.spil.ledger;

import java.util.Map;
import nl.spil.protocol.proof.LeafHeader;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is not yet recorded: what the ledger is asked to remember.
 *
 * @param value what the entry is about; comes back as {@link Recorded} once it stands
 * @param kind what happened
 * @param header the readable part of the leaf: organisations and random ids
 * @param record the erasable part: strings, whole numbers, lists and maps with string keys; no names, no content.
 *     The members `question` and `facts` are the ledger's own
 * @param question evidence to replay the decision: what policy was asked; its digest goes into the record
 */
public record Draft<T>(
        T value,
        EntryKind kind,
        LeafHeader header,
        Map<String, ?> record,
        @Nullable Question question) {

    public Draft {
        record = Map.copyOf(record);
    }

    public static <T> Draft<T> of(T value, EntryKind kind, LeafHeader header, Map<String, ?> record) {
        return new Draft<>(value, kind, header, record, null);
    }

    /** The same entry with the question on which it was decided; entries of one writing share one object, which is stored once. */
    public Draft<T> decidedOn(Question question) {
        return new Draft<>(value, kind, header, record, question);
    }
}
