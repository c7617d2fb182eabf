package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Receipt;
import nl.spil.sdk.BrokerUnavailable;
import nl.spil.sdk.Collected;
import nl.spil.sdk.Inbox;
import nl.spil.sdk.Outcome;
import nl.spil.sdk.SpilPartner;
import org.junit.jupiter.api.Test;

/**
 * The broker dies in the middle of its work, again and again: F1, F3 and F2 of the fault table. Longer:
 * {@code -Dspil.rounds=20}; with the power cut: {@code deploy/e2e/power-cut}.
 */
class CrashStory {
    private static final int WRITERS = 4;

    private final Queue<Outcome> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Receipt> acknowledgements = new ConcurrentLinkedQueue<>();
    private final Queue<Collected> collected = new ConcurrentLinkedQueue<>();
    private final Random random = Stage.random("CrashStory");
    private final Path partners = Stage.folder("partners");
    private final List<Duration> recoveries = new ArrayList<>();
    private int resent;

    @Test
    void what_was_acknowledged_is_there_once_and_nothing_is_released_that_is_not_recorded() throws Exception {
        var crash = crash();
        var data = data(crash);
        int port = BrokerProcess.freePort();
        var broker = start(data, port);
        try {
            var region = Region.on(data, partners, Stage.ONCE);
            // As an installation that has been there for a while: what is set up is on disk.
            Crash.run("sync");
            int rounds = Stage.number("rounds", 3);
            for (int round = 1; round <= rounds; round++) {
                var how = underLoad(region, broker, crash);
                broker = restart(data, port);
                resend(region);
                check(region, data);
                System.out.printf(
                        "CrashStory: round %d of %d, %s: %d acknowledged so far, %d collected, back in %.1f s%n",
                        round,
                        rounds,
                        how,
                        acknowledged.size(),
                        collected.size(),
                        recoveries.getLast().toMillis() / 1000.0);
            }
            report(rounds);
        } finally {
            broker.close();
        }
        Folders.delete(partners);
        Folders.delete(data);
    }

    private static Crash crash() {
        var image = System.getProperty("spil.disk.image", "");
        return image.isEmpty()
                ? new Crash.Kill()
                : new Crash.PowerCut(Path.of(image), Path.of(System.getProperty("spil.disk.mount")));
    }

    private static Path data(Crash crash) {
        return switch (crash) {
            case Crash.PowerCut cut -> cut.mount().resolve("data");
            default -> Stage.folder("crash");
        };
    }

    private static BrokerProcess start(Path data, int port) {
        return BrokerProcess.start(Launch.of(Stage.serverJar(), data).onPort(port));
    }

    private BrokerProcess restart(Path data, int port) {
        var began = Instant.now();
        var broker = start(data, port);
        recoveries.add(Duration.between(began, Instant.now()));
        return broker;
    }

    private String underLoad(Region region, BrokerProcess broker, Crash crash) throws InterruptedException {
        var working = new CountDownLatch(WRITERS);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            threads.add(Thread.ofVirtual().start(() -> write(region, working)));
        }
        threads.add(Thread.ofVirtual().start(() -> collect(region.probation())));
        threads.add(Thread.ofVirtual().start(() -> collect(region.municipality())));
        assertThat(working.await(5, TimeUnit.MINUTES))
                .as("every writer got something acknowledged")
                .isTrue();
        Thread.sleep(200 + random.nextInt(2500));
        var how = crash.strike(broker, random);
        for (var thread : threads) {
            thread.join();
        }
        return how;
    }

    private void write(Region region, CountDownLatch working) {
        boolean first = true;
        try {
            while (true) {
                acknowledged.add(region.police()
                        .send(region.sending(3, "twelve words of text for a story about a broker that dies")));
                if (first) {
                    working.countDown();
                    first = false;
                }
            }
        } catch (BrokerUnavailable dead) {
            assertThat(first)
                    .as("died before it was killed: " + dead.getMessage())
                    .isFalse();
        }
    }

    private void collect(SpilPartner partner) {
        Optional<String> place = Optional.empty();
        try {
            while (true) {
                var inbox = partner.inbox(place, Duration.ofSeconds(1));
                for (var entry : inbox.entries()) {
                    if (entry.state() == Inbox.State.WAITING) {
                        collected.add(partner.collect(entry.id()));
                        acknowledgements.add(partner.acknowledge(entry.id()));
                    }
                }
                place = inbox.next().or(Optional::empty);
            }
        } catch (BrokerUnavailable dead) {
            return;
        }
    }

    /** What nobody knows of, is sent again as it was; it may have arrived the first time. */
    private void resend(Region region) {
        for (var exchange : region.police().unanswered()) {
            acknowledged.add(region.police().resend(exchange));
            resent++;
        }
        assertThat(region.police().unanswered()).isEmpty();
    }

    private void check(Region region, Path data) throws SQLException, IOException {
        var record = WholeRecord.audited(data, partners);
        acknowledged.forEach(record::mustHoldOnce);
        acknowledgements.forEach(record::mustHold);
        assertThat(record.exchanges()).as("exchanges nobody sent").isEqualTo(acknowledged.size());
        for (var partner : List.of(region.municipality(), region.probation())) {
            var recipient = partner.profile().oin();
            var inbox = everythingIn(partner);
            inbox.forEach(entry -> record.mustHaveDisclosed(entry.exchange(), recipient));
            assertThat(inbox.stream().map(Inbox.Entry::exchange)).doesNotHaveDuplicates();
        }
        for (var one : collected) {
            assertThat(one).isInstanceOf(Collected.Opened.class);
            record.mustHaveCollected(recipientOf(one), one.release().value());
        }
    }

    private static Oin recipientOf(Collected one) {
        return ((Collected.Opened) one).exchange().release().recipient();
    }

    private static List<Inbox.Entry> everythingIn(SpilPartner partner) {
        var all = new ArrayList<Inbox.Entry>();
        Optional<String> place = Optional.empty();
        while (true) {
            var inbox = partner.inbox(place, Duration.ZERO);
            all.addAll(inbox.entries());
            if (inbox.entries().isEmpty()
                    || inbox.next().isEmpty()
                    || inbox.next().equals(place)) {
                return all;
            }
            place = inbox.next();
        }
    }

    private void report(int rounds) {
        var slowest = recoveries.stream().max(Duration::compareTo).orElseThrow();
        System.out.printf(
                "CrashStory: %d rounds, %d exchanges acknowledged, of which %d on a second sending; %d collected;"
                        + " 0 lost, 0 doubled, 0 released without a record; slowest recovery %.1f s%n",
                rounds, acknowledged.size(), resent, collected.size(), slowest.toMillis() / 1000.0);
    }
}
