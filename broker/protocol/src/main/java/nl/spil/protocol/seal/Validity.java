package nl.spil.protocol.seal;

import java.time.Duration;
import java.time.Instant;

/** From when to when a message holds; clocks of two organisations may differ by a minute. */
record Validity(Instant issuedAt, Instant expiresAt) {
    static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    void check(Instant now, Duration longest, String pointer, Findings findings) {
        findings.unless(!issuedAt.isAfter(now.plus(CLOCKS_DIFFER)), Flaw.NOT_YET_VALID, pointer + "/iat");
        findings.unless(expiresAt.isAfter(now), Flaw.EXPIRED, pointer + "/exp");
        findings.unless(!expiresAt.isAfter(issuedAt.plus(longest)), Flaw.LIVES_TOO_LONG, pointer + "/exp");
    }
}
