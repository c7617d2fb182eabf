package nl.spil.sdk;

import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import nl.spil.protocol.proof.StoredLog;

/** A log that tells how far its reader is. */
record Watched(StoredLog log, LongConsumer progress) implements StoredLog {

    @Override
    public Iterator<Entry> entries() {
        var entries = log.entries();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry next() {
                var entry = entries.next();
                progress.accept(entry.index() + 1);
                return entry;
            }
        };
    }

    @Override
    public Iterator<Node> nodes() {
        return log.nodes();
    }

    @Override
    public Iterator<Signed> checkpoints() {
        return log.checkpoints();
    }

    @Override
    public boolean keepsEveryCheckpoint() {
        return log.keepsEveryCheckpoint();
    }

    @Override
    public List<String> keptElsewhere() {
        return log.keptElsewhere();
    }
}
