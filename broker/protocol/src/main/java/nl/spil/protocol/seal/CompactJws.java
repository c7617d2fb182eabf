package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small signed message: header, claims and one signature (RFC 7515 section 7.1).
 *
 * @param signed the part that the signature covers
 */
record CompactJws(JoseHeader header, JsonNode claims, String signed, String signature) {
    static final int MAXIMUM_LENGTH = 256 * 1024;
    private static final int SIGNATURE = 64;

    static String sign(SigningKey key, String type, ObjectNode claims) {
        return signUnder(JoseHeader.write(key, type), key, claims);
    }

    static String signUnder(String header, SigningKey key, ObjectNode claims) {
        var signed = header + '.' + Base64Url.encode(claims.toString().getBytes(UTF_8));
        return signed + '.' + Base64Url.encode(key.sign(signed.getBytes(US_ASCII)));
    }

    /** Reads without verifying; problems point into the header or the claims. */
    static Checked<CompactJws> parse(String jws, String type, Set<String> headerBesides) {
        var findings = new Findings();
        return parse(jws, type, headerBesides, findings)
                .map(Checked::sound)
                .orElseGet(() -> Checked.unsound(findings.problems()));
    }

    private static Optional<CompactJws> parse(String jws, String type, Set<String> headerBesides, Findings findings) {
        if (jws.length() > MAXIMUM_LENGTH) {
            findings.add(Flaw.OVERSIZE, "");
            return Optional.empty();
        }
        var parts = jws.split("\\.", -1);
        if (parts.length != 3 || !Base64Url.isOf(parts[2], SIGNATURE)) {
            findings.add(Flaw.MEMBER_ILL_FORMED, "");
            return Optional.empty();
        }
        var header = JoseHeader.read(parts[0], type, headerBesides, "/header", findings);
        var claims = claims(parts[1], findings);
        return findings.none()
                ? Optional.of(
                        new CompactJws(header.orElseThrow(), claims.orElseThrow(), parts[0] + '.' + parts[1], parts[2]))
                : Optional.empty();
    }

    private static Optional<JsonNode> claims(String part, Findings findings) {
        try {
            return Optional.of(Json.read(Base64Url.decode(part), MAXIMUM_LENGTH));
        } catch (MalformedJson e) {
            findings.add(e.problemAt("/claims"));
        } catch (IllegalArgumentException _) {
            findings.add(Flaw.MEMBER_ILL_FORMED, "/claims");
        }
        return Optional.empty();
    }

    void checkSignature(Iterable<VerificationKey> registered, Findings findings) {
        header.keyAmong(registered, "/header", findings)
                .ifPresent(key -> findings.unless(isSignedWith(key), Flaw.SIGNATURE_INVALID, ""));
    }

    boolean isSignedWith(VerificationKey key) {
        return key.verifies(signed.getBytes(US_ASCII), Base64Url.decode(signature));
    }
}
