package nl.spil.protocol.proof;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log as somebody keeps it, to be checked from end to end; nothing in it is believed. */
public interface StoredLog {

    /** The entries by index; one that is missing is simply not there. */
    Iterator<Entry> entries();

    /** The kept tree hashes above level 0, by the index of the last leaf that each covers, lower levels first. */
    Iterator<Node> nodes();

    /** The kept checkpoints by number. */
    Iterator<Signed> checkpoints();

    /** Whether every checkpoint that was ever signed should be among them, so that an absent one was taken away. */
    boolean keepsEveryCheckpoint();

    /** Signed checkpoints of this log that somebody kept elsewhere; a cut tail shows only there. */
    List<String> keptElsewhere();

    /**
     * What is kept for one entry; a part that is absent is null.
     *
     * @param hash the kept leaf hash
     * @param question the bytes policy was asked, where they are kept beside this entry
     */
    @SuppressWarnings("ArrayRecordComponent") // On its way from a store to the audit, never compared.
    record Entry(
            long index,
            byte @Nullable [] leaf,
            byte @Nullable [] hash,
            byte @Nullable [] salt,
            byte @Nullable [] record,
            byte @Nullable [] question) {}

    /** The kept root of a full tile one level below. */
    @SuppressWarnings("ArrayRecordComponent") // On its way from a store to the audit, never compared.
    record Node(int level, long index, byte[] hash) {
        /** How many leaves the log has when this node is complete. */
        public long completeAt() {
            return level < 7 ? (index + 1) << (level * Tile.HEIGHT) : Long.MAX_VALUE;
        }
    }

    /**
     * A kept checkpoint.
     *
     * @param number its place among all that were signed
     * @param size the size it is filed under
     */
    record Signed(long number, long size, String note) {}
}
