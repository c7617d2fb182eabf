package nl.spil.sdk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import nl.spil.protocol.proof.Finding;
import nl.spil.protocol.proof.InvalidProof;
import nl.spil.protocol.proof.LogAudit;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.SignedNote;

/**
 * Rebuilds the whole log from what the broker gives out and compares it with everything it ever signed that is at hand:
 * its present checkpoint, and those that partners kept.
 */
public final class LogCheck {
    private static final String LAST = "checkpoint";

    private final Broker broker;
    private final LogKey key;
    private final Folder memory;

    private LogCheck(Broker broker, LogKey key, Folder memory) {
        this.broker = broker;
        this.key = key;
        this.memory = memory;
    }

    /**
     * What came out.
     *
     * @param size how many entries the log signed for
     * @param lasting whether its checkpoint bears the signature that should hold for decades
     * @param compared with how many checkpoints kept elsewhere it was compared
     * @param findings everything that is wrong, by entry
     */
    public record Verdict(long size, String root, boolean lasting, int compared, List<Finding> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }

        public boolean sound() {
            return findings.isEmpty();
        }
    }

    /** By the operator, who may see every entry. */
    public static LogCheck by(Operator operator) {
        return new LogCheck(operator.broker(), operator.logKey(), operator.memory());
    }

    /**
     * Checks everything.
     *
     * @param keptElsewhere checkpoints that others kept
     * @param progress told how many of how many entries are done
     */
    public Verdict run(List<String> keptElsewhere, BiConsumer<Long, Long> progress) {
        var note = checkpoint();
        try {
            var checkpoint = key.open(SignedNote.parse(note));
            var kept = new ArrayList<>(keptElsewhere);
            memory.read(LAST)
                    .map(text -> new String(text, StandardCharsets.UTF_8))
                    .ifPresent(kept::add);
            var log = new RemoteLog(broker, checkpoint, note, kept);
            // Between two seconds a checkpoint bears the Ed25519 signature alone; whether the other is there is told
            // apart.
            var report = LogAudit.check(
                    new LogKey(key.ed25519(), null),
                    new Watched(log, done -> progress.accept(done, checkpoint.size())));
            if (report.clean()) {
                memory.write(LAST, note.getBytes(StandardCharsets.UTF_8));
            }
            return new Verdict(
                    checkpoint.size(),
                    checkpoint.root().base64(),
                    key.lasting(SignedNote.parse(note)),
                    kept.size(),
                    report.findings());
        } catch (InvalidProof | IllegalArgumentException e) {
            throw new VerificationFailed("the log's own checkpoint does not hold: " + e.getMessage(), e);
        }
    }

    private String checkpoint() {
        var call = Call.get("/v1/log/checkpoint", null).accepting("text/plain, application/problem+json");
        return new String(broker.call(call).body(), StandardCharsets.UTF_8);
    }
}
