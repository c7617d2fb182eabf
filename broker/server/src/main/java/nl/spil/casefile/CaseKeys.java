package nl.spil.casefile;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import nl.spil.protocol.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One key per case, kept wrapped by the epoch key; when the wrapped key is destroyed the case can be read no more. */
public final class CaseKeys {
    /** How long another node's destruction of a key may go unnoticed here. */
    private static final Duration MEMORY = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final EpochKey epoch;
    private final InstantSource clock;
    private final ConcurrentHashMap<CaseId, Remembered> remembered = new ConcurrentHashMap<>();

    CaseKeys(JdbcClient jdbc, EpochKey epoch, InstantSource clock) {
        this.jdbc = jdbc;
        this.epoch = epoch;
        this.clock = clock;
    }

    /** The key of a registered case; throws {@link Unreadable} when it was destroyed. */
    public CaseKey of(CaseId caseId) {
        var now = clock.instant();
        var known = remembered.get(caseId);
        if (known != null && now.isBefore(known.until())) {
            return known.key();
        }
        forgetOld(now);
        var key = unwrapped(caseId);
        remembered.put(caseId, new Remembered(key, now.plus(MEMORY)));
        return key;
    }

    /** Destroys the key; nothing that was sealed with it can be read again. */
    public void destroy(CaseId caseId) {
        jdbc.sql("delete from case_key where case_id = ?").param(caseId.value()).update();
        remembered.remove(caseId);
    }

    /** A fresh key for a case that is being registered; its row is written with the case. */
    MintedKey mint(CaseId caseId) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var wrapped = epoch.key().seal(wrapping(caseId), bytes);
        return new MintedKey(caseId, new CaseKey(caseId, bytes), epoch.epoch(), wrapped);
    }

    private CaseKey unwrapped(CaseId caseId) {
        var wrapped = jdbc.sql("select wrapped from case_key where case_id = ? and epoch = ?")
                .params(caseId.value(), epoch.epoch())
                .query((row, _) -> row.getBytes("wrapped"))
                .optional()
                .orElseThrow(() -> new Unreadable("the key of this case is destroyed"));
        return new CaseKey(caseId, epoch.key().open(wrapping(caseId), wrapped));
    }

    private static String wrapping(CaseId caseId) {
        return "spil case key " + caseId;
    }

    private void forgetOld(Instant now) {
        remembered.values().removeIf(key -> !now.isBefore(key.until()));
    }

    private record Remembered(CaseKey key, Instant until) {}
}
