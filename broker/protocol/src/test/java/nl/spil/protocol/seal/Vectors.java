package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.protocol.seal.SampleCase.MUNICIPALITY;
import static nl.spil.protocol.seal.SampleCase.NOW;
import static nl.spil.protocol.seal.SampleCase.POLICE;
import static nl.spil.protocol.seal.SampleCase.PROBATION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the files under vectors/, always the same; after a change of the profile: mvnw test -Dspil.vectors=write. */
final class Vectors {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Vectors() {}

    static void write(Path folder) throws IOException {
        for (var file : files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("index.json", index());
        var growth = new TreeMap<String, List<String>>();
        files.putAll(valid(growth));
        Attacks.all().filter(Attack::kept).forEach(attack -> {
            var sample = new SampleCase();
            files.put(file(attack), attack.making().apply(sample));
            growth.putAll(sample.log.growth());
        });
        files.put("history.json", history(growth));
        return files;
    }

    static String file(Attack attack) {
        return "attacked/" + attack.name() + ".json";
    }

    /** Keys, the moment and the expectations; the keys are worth nothing anywhere else. */
    private static byte[] index() {
        var sample = new SampleCase();
        var index = Jwk.object().put("now", NOW.getEpochSecond()).put("broker", SampleCase.BROKER);
        var signing = index.putObject("signing");
        signing.set(POLICE.value(), sample.policeKey.toJwk());
        signing.set("broker", sample.brokerKey.toJwk());
        var sealing = index.putObject("sealing");
        sample.sealing.forEach((oin, pair) -> sealing.set(oin.value(), pair.toJwk()));
        var attacked = index.putArray("attacked");
        Attacks.all().forEach(attack -> {
            var entry = attacked.addObject()
                    .put("name", attack.name())
                    .put("presentedTo", attack.presentedTo().name())
                    .put("outcome", attack.outcome())
                    .put("file", attack.kept());
            var codes = entry.putArray("codes");
            attack.codes().forEach(codes::add);
        });
        return pretty(index);
    }

    /** What every recipient saw last of the log, and what the log answers when asked how it grew since, by its root. */
    private static byte[] history(Map<String, List<String>> growth) {
        var sample = new SampleCase();
        var history = Jwk.object().put("key", sample.log.key().text()).put("lastSeen", sample.lastSeen);
        var answers = history.putObject("growth");
        growth.forEach((root, path) -> {
            var hashes = answers.putArray(root);
            path.forEach(hashes::add);
        });
        return pretty(history);
    }

    private static byte[] pretty(JsonNode json) {
        return (PRETTY.writeValueAsString(json) + "\n").getBytes(UTF_8);
    }

    private static Map<String, byte[]> valid(Map<String, List<String>> growth) {
        var sample = new SampleCase();
        var submission = sample.submission();
        var bytes = submission.bytes();
        var toProbation = Attacks.delivered(sample, submission);
        var toMunicipality = sample.delivery(bytes, MUNICIPALITY, new HashSet<>(submission.items()));
        var opened = switch (sample.opener(PROBATION).open(toProbation, NOW)) {
            case Opening.Opened(var exchange) -> exchange;
            default -> throw new IllegalStateException("a valid vector opens");
        };
        growth.putAll(sample.log.growth());
        var files = new LinkedHashMap<String, byte[]>();
        files.put("valid/submission.json", bytes);
        files.put("valid/submission-on-every-ground.json", onEveryGround());
        files.put("valid/delivery-to-probation.json", toProbation);
        files.put("valid/delivery-to-municipality.json", toMunicipality);
        files.put("valid/evidence-of-probation.json", opened.evidence());
        files.put(
                "valid/actor-token.txt",
                actorToken(sample).sign(sample.policeKey).getBytes(UTF_8));
        files.put(
                "valid/acknowledgement.txt",
                acknowledgement(opened).sign(sample.policeKey).getBytes(UTF_8));
        return files;
    }

    private static byte[] onEveryGround() {
        var sample = new SampleCase();
        return sample.sealer
                .seal(sample.claimsOnEveryGround(), SampleCase.items(), sample.publicKeys())
                .bytes();
    }

    static ActorToken actorToken(SampleCase sample) {
        return new ActorToken(
                POLICE,
                SampleCase.BROKER,
                UUID.fromString("7a3c1a52-70a5-4a7e-8f30-000000000001"),
                NOW,
                NOW.plusSeconds(60),
                "POST",
                "/v1/decisions",
                Optional.of(Sha256.of("{}")),
                sample.claims().actor());
    }

    static Acknowledgement acknowledgement(OpenedExchange opened) {
        return new Acknowledgement(
                PROBATION,
                SampleCase.BROKER,
                UUID.fromString("7a3c1a52-70a5-4a7e-8f30-000000000002"),
                NOW,
                DisclosureId.of("7a3c1a52-70a5-4a7e-8f30-000000000003"),
                UUID.fromString("7a3c1a52-70a5-4a7e-8f30-000000000004"),
                opened.claims().exchange(),
                opened.releaseDigest(),
                Acknowledgement.Result.OPENED);
    }
}
