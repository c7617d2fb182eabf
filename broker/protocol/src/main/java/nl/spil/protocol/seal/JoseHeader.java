package nl.spil.protocol.seal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Json;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * The protected header of a signed message. It says which key; that key, not the header, says how to verify.
 *
 * @param members all of it, for messages whose header says more
 */
record JoseHeader(SignatureAlgorithm algorithm, KeyId key, JsonNode members) {
    private static final int MAXIMUM_BYTES = 64 * 1024;
    /** Names a certificate of the key; of no use here, but part of the profile. */
    static final String CERTIFICATE = "x5t#S256";

    private static final Set<String> ALWAYS = Set.of("alg", "typ", "kid");

    static String write(SigningKey key, String type) {
        return Base64Url.encode("{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}"
                .formatted(key.algorithm().jose(), type, key.id()));
    }

    static Optional<JoseHeader> read(
            String encoded, String type, Set<String> besides, String pointer, Findings findings) {
        try {
            return read(Json.read(Base64Url.decode(encoded), MAXIMUM_BYTES), type, besides, pointer, findings);
        } catch (MalformedJson e) {
            findings.add(e.problemAt(pointer));
        } catch (IllegalArgumentException _) {
            findings.add(Flaw.MEMBER_ILL_FORMED, pointer);
        }
        return Optional.empty();
    }

    private static Optional<JoseHeader> read(
            JsonNode header, String type, Set<String> besides, String pointer, Findings findings) {
        var before = findings.count();
        findings.unless(!header.has("crit"), Flaw.CRIT_UNKNOWN, pointer + "/crit");
        findings.unless(!header.has("zip"), Flaw.ZIP_PRESENT, pointer + "/zip");
        var known = new HashSet<>(ALWAYS);
        known.addAll(besides);
        known.addAll(Set.of("crit", "zip"));
        var members = new Members(header, pointer, findings, known);
        var algorithm = members.text("alg");
        var key = members.text("kid", KeyId::new);
        members.optionalText(CERTIFICATE, Sha256::new);
        members.text("typ")
                .optional()
                .ifPresent(said -> findings.unless(said.equals(type), Flaw.PROFILE_UNKNOWN, pointer + "/typ"));
        var accepted = algorithm.optional().flatMap(SignatureAlgorithm::ofJose);
        findings.unless(
                accepted.isPresent() || algorithm.optional().isEmpty(), Flaw.ALGORITHM_REFUSED, pointer + "/alg");
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new JoseHeader(accepted.orElseThrow(), key.value(), header));
    }

    /** The registered key of that name, if its algorithm is also the one the header claims. */
    Optional<VerificationKey> keyAmong(Iterable<VerificationKey> registered, String pointer, Findings findings) {
        for (var candidate : registered) {
            if (candidate.id().equals(key)) {
                if (candidate.algorithm() == algorithm) {
                    return Optional.of(candidate);
                }
                findings.add(Flaw.ALGORITHM_NOT_OF_KEY, pointer + "/alg");
                return Optional.empty();
            }
        }
        findings.add(Flaw.KEY_UNKNOWN, pointer + "/kid");
        return Optional.empty();
    }
}
