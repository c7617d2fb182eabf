package nl.spil.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import nl.spil.decision.PolicyVersion;
import nl.spil.embedded.TestDatabase;
import nl.spil.protocol.Sha256;
import nl.spil.replay.KeptReplay.State;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReplaysIT {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final PolicyVersion CANDIDATE = new PolicyVersion(2, "sha256:" + "a".repeat(64));

    private final Replays replays =
            new Replays(JdbcClient.create(TestDatabase.fresh().runtime()));

    @Test
    void a_replay_is_kept_as_it_was_asked_and_ended() {
        var asked = begun();
        var report = "{\"counts\":{}}".getBytes(UTF_8);

        replays.done(asked.id(), report, NOW.plusSeconds(9));

        var kept = replays.find(asked.id()).orElseThrow();
        assertThat(kept.state()).isEqualTo(State.DONE);
        assertThat(kept.stretch()).isEqualTo(asked.stretch());
        assertThat(kept.finishedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(replays.report(asked.id())).hasValue(report);
        assertThat(replays.of(CANDIDATE.digest()))
                .containsExactly(new Replays.Report(Sha256.of(report).value(), NOW.plusSeconds(9)));
    }

    @Test
    void what_ran_when_the_broker_stopped_has_failed_and_stays_so() {
        var asked = begun();

        replays.endInterrupted(NOW.plusSeconds(60));
        replays.done(asked.id(), "{}".getBytes(UTF_8), NOW.plusSeconds(61));

        var kept = replays.find(asked.id()).orElseThrow();
        assertThat(kept.state()).isEqualTo(State.FAILED);
        assertThat(kept.failure()).isEqualTo("restarted");
        assertThat(replays.report(asked.id())).isEmpty();
        assertThat(replays.of(CANDIDATE.digest())).isEmpty();
    }

    @Test
    void one_that_failed_is_no_report() {
        var asked = begun();

        replays.failed(asked.id(), "failed", NOW);

        assertThat(replays.find(asked.id()).orElseThrow().failure()).isEqualTo("failed");
        assertThat(replays.of(CANDIDATE.digest())).isEmpty();
    }

    private KeptReplay begun() {
        var replay = new KeptReplay(
                UUID.randomUUID(),
                CANDIDATE,
                new PolicyVersion(1, "sha256:" + "b".repeat(64)),
                new Stretch(NOW.minusSeconds(99), null, 3, 10),
                "00000099000000000001",
                NOW,
                State.RUNNING,
                null,
                null,
                null);
        replays.begin(replay);
        return replay;
    }
}
