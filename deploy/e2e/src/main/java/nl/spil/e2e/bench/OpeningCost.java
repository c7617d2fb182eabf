package nl.spil.e2e.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.TlogProof;
import nl.spil.protocol.seal.Opener;
import nl.spil.protocol.seal.Opening;
import nl.spil.protocol.seal.SealingKeyPair;
import nl.spil.protocol.seal.ValueCheck;
import nl.spil.protocol.seal.VerificationKey;
import nl.spil.sdk.Collected;
import nl.spil.sdk.PartnerHome;
import nl.spil.sdk.SpilPartner;
import tools.jackson.databind.json.JsonMapper;

/** What verifying and opening a delivery costs a recipient, without the network and without the disk. */
final class OpeningCost {
    private static final int DELIVERIES = 20;
    private static final int WARM_UP = 2000;
    private static final int MEASURED = 1000;

    private OpeningCost() {}

    /** Collects real deliveries through the sdk, and then opens what was delivered again and again. */
    static Duration of(SpilPartner recipient, Oin sender, Collection<VerificationKey> senderKeys) throws IOException {
        var deliveries = collect(recipient);
        var opener = openerOf(recipient.home(), Map.of(sender, List.copyOf(senderKeys)));
        var clock = ManagementFactory.getThreadMXBean();
        long began = 0;
        for (int done = 0; done < WARM_UP + MEASURED; done++) {
            if (done == WARM_UP) {
                began = clock.getCurrentThreadCpuTime();
            }
            if (!(opener.open(deliveries.get(done % deliveries.size()), Instant.now()) instanceof Opening.Opened)) {
                throw new IOException("a delivery did not open");
            }
        }
        return Duration.ofNanos((clock.getCurrentThreadCpuTime() - began) / MEASURED);
    }

    private static List<byte[]> collect(SpilPartner recipient) throws IOException {
        var deliveries = new ArrayList<byte[]>();
        for (var entry : recipient.inbox(Optional.empty(), Duration.ZERO).entries()) {
            if (!(recipient.collect(entry.id()) instanceof Collected.Opened opened)) {
                throw new IOException("a delivery did not open");
            }
            deliveries.add(Files.readAllBytes(opened.evidence().resolve("delivery.json")));
            if (deliveries.size() == DELIVERIES) {
                break;
            }
        }
        if (deliveries.isEmpty()) {
            throw new IOException("no delivery waits whose opening could be measured");
        }
        return deliveries;
    }

    private static Opener openerOf(PartnerHome home, Map<Oin, List<VerificationKey>> senders) throws IOException {
        var log = home.logKey();
        return new Opener(
                home.profile().oin(),
                sealingKeys(home.path().resolve("keys")),
                sender -> senders.getOrDefault(sender, List.of()),
                releaseKeys(home.path().resolve("trust/release.jwks")),
                (proof, release) -> {
                    examine(proof, log);
                    return List.of();
                },
                ValueCheck.any());
    }

    /** Throws when the proof does not hold. */
    private static void examine(String proof, LogKey log) {
        TlogProof.parse(proof).verify(log);
    }

    private static List<SealingKeyPair> sealingKeys(Path folder) throws IOException {
        var keys = new ArrayList<SealingKeyPair>();
        try (var files = Files.newDirectoryStream(folder, "*.jwk")) {
            for (var file : files) {
                var text = Files.readString(file);
                if (JsonMapper.shared().readTree(text).path("kty").asString("").equals("AKP")) {
                    keys.add(SealingKeyPair.ofJwk(text));
                }
            }
        }
        return keys;
    }

    private static List<VerificationKey> releaseKeys(Path file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(file))
                .path("keys")
                .valueStream()
                .map(VerificationKey::ofJwk)
                .toList();
    }
}
