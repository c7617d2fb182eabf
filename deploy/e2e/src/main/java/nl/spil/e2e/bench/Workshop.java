package nl.spil.e2e.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import nl.spil.e2e.DirectCaller;
import nl.spil.protocol.Actor;
import nl.spil.protocol.Checked;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.ExchangeClaims;
import nl.spil.protocol.seal.KeySet;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.Sealer;
import nl.spil.protocol.seal.SealingPublicKey;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.sdk.PartnerHome;
import nl.spil.sdk.Sending;
import tools.jackson.databind.json.JsonMapper;

/** Seals as the sdk does, with the keys the partners really published, and counts what that costs. */
final class Workshop {
    private final Oin sender;
    private final Actor actor;
    private final Sealer sealer;
    private final Map<Oin, SealingPublicKey> recipients;

    private Workshop(Oin sender, Actor actor, Sealer sealer, Map<Oin, SealingPublicKey> recipients) {
        this.sender = sender;
        this.actor = actor;
        this.sealer = sealer;
        this.recipients = recipients;
    }

    static Workshop of(PartnerHome home, DirectCaller caller, List<Oin> recipients)
            throws IOException, InterruptedException {
        var profile = home.profile();
        var own = keys(home, caller, profile.oin()).signing().getFirst().id();
        var file = home.path().resolve("keys").resolve(own.value() + ".jwk");
        var sealing = new LinkedHashMap<Oin, SealingPublicKey>();
        for (var recipient : recipients) {
            sealing.put(recipient, keys(home, caller, recipient).currentSealing());
        }
        return new Workshop(
                profile.oin(),
                profile.actor().orElseThrow(),
                new Sealer(SigningKey.ofJwk(Files.readString(file))),
                sealing);
    }

    /** The keys that this partner published, checked as the sdk does. */
    static KeySet keys(PartnerHome home, DirectCaller caller, Oin partner) throws IOException, InterruptedException {
        var answer = caller.call(
                "GET",
                "/v1/partners/" + partner + "/keys",
                "spil.partners",
                "application/json",
                new byte[0],
                Duration.ofSeconds(30));
        var signed = JsonMapper.shared().readTree(answer.body()).path("jwks").asString("");
        var root = Pem.read(Files.readString(home.path().resolve("trust/root.pem"), StandardCharsets.US_ASCII))
                .getFirst();
        return switch (KeySet.verify(signed, root, partner, 0, Instant.now())) {
            case Checked.Sound<KeySet>(var set) -> set;
            case Checked.Unsound<KeySet>(var problems) -> throw new IOException("no keys: " + problems);
        };
    }

    /** One sealed and signed exchange, never the same. */
    byte[] seal(Sending sending) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var claims = new ExchangeClaims(
                sender,
                List.copyOf(recipients.keySet()),
                ExchangeId.random(Instant.now()),
                now,
                now.plus(Duration.ofDays(1)),
                sending.caseId(),
                sending.purpose(),
                Optional.empty(),
                actor,
                sending.necessity(),
                sending.grounds());
        return sealer.seal(claims, sending.items(), recipients).bytes();
    }

    /** Fills the store on all processors; answers with the processor time each took, once the compiler is warm. */
    Duration fill(Envelopes store, Sending sending, int count) throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        var nanos = new AtomicLong();
        var measured = new AtomicLong();
        var workers = new java.util.ArrayList<Thread>();
        for (int i = 0; i < threads; i++) {
            int share = count / threads;
            workers.add(Thread.ofPlatform().start(() -> {
                var clock = ManagementFactory.getThreadMXBean();
                for (int made = 0; made < share; made++) {
                    long before = clock.getCurrentThreadCpuTime();
                    var envelope = seal(sending);
                    if (made > share / 2) {
                        nanos.addAndGet(clock.getCurrentThreadCpuTime() - before);
                        measured.incrementAndGet();
                    }
                    try {
                        store.add(envelope);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }));
        }
        for (var worker : workers) {
            worker.join();
        }
        return Duration.ofNanos(nanos.get() / Math.max(1, measured.get()));
    }

    SequencedMap<Oin, SealingPublicKey> recipients() {
        return new LinkedHashMap<>(recipients);
    }
}
