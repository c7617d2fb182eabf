package nl.spil.protocol.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.spil.protocol.Actor;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.WholeSeconds;
import tools.jackson.databind.JsonNode;

/**
 * A partner's signed word, good for one request, on whose behalf it makes it; travels in the Spil-Actor header.
 *
 * @param audience the broker's issuer
 * @param method of the request, as is path, without query
 * @param body digest of the request's body, when it has one
 */
public record ActorToken(
        Oin partner,
        String audience,
        UUID id,
        Instant issuedAt,
        Instant expiresAt,
        String method,
        String path,
        Optional<Sha256> body,
        Actor actor) {

    /** The header in which it travels. */
    public static final String HEADER = "Spil-Actor";

    /** It lives no longer than a request may be under way. */
    public static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

    private static final String TYPE = "spil-actor+jwt";

    public ActorToken {
        WholeSeconds.check(issuedAt, "the moment of asking");
        WholeSeconds.check(expiresAt, "the end of a request");
    }

    /** The compact JWS for the header. */
    public String sign(SigningKey key) {
        var claims = Jwk.object()
                .put("iss", partner.urn())
                .put("aud", audience)
                .put("jti", id.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .put("htm", method)
                .put("htu", path);
        body.ifPresent(digest -> claims.put("body", digest.value()));
        return CompactJws.sign(key, TYPE, ActorJson.writeTo(claims, actor));
    }

    /** Finds out whether this partner made the token for exactly this request, now; that it is used once is for the caller. */
    public static Checked<ActorToken> verify(
            String jws, Oin partner, Collection<VerificationKey> registered, Request request, Instant now) {
        return switch (CompactJws.parse(jws, TYPE, Set.of())) {
            case Checked.Unsound<CompactJws>(var problems) -> Checked.unsound(problems);
            case Checked.Sound<CompactJws>(var parsed) -> {
                var findings = new Findings();
                parsed.checkSignature(registered, findings);
                var token = findings.none() ? read(parsed.claims(), findings) : Optional.<ActorToken>empty();
                token.ifPresent(read -> read.check(partner, request, now, findings));
                yield findings.none() ? Checked.sound(token.orElseThrow()) : Checked.unsound(findings.problems());
            }
        };
    }

    /**
     * The request at hand.
     *
     * @param audience the broker's own issuer
     * @param body digest of its body, empty when it has none
     */
    public record Request(String audience, String method, String path, Optional<Sha256> body) {}

    private void check(Oin expected, Request request, Instant now, Findings findings) {
        findings.unless(partner.equals(expected), Flaw.SENDER_DIFFERS, "/claims/iss");
        findings.unless(audience.equals(request.audience()), Flaw.AUDIENCE_DIFFERS, "/claims/aud");
        findings.unless(method.equals(request.method()), Flaw.REQUEST_DIFFERS, "/claims/htm");
        findings.unless(path.equals(request.path()), Flaw.REQUEST_DIFFERS, "/claims/htu");
        findings.unless(body.equals(request.body()), Flaw.REQUEST_DIFFERS, "/claims/body");
        new Validity(issuedAt, expiresAt).check(now, LONGEST_LIFE, "/claims", findings);
    }

    private static Optional<ActorToken> read(JsonNode claims, Findings findings) {
        var known = new HashSet<>(Set.of("iss", "aud", "jti", "iat", "exp", "htm", "htu", "body"));
        known.addAll(ActorJson.MEMBERS);
        var members = new Members(claims, "/claims", findings, known);
        var partner = members.text("iss", Oin::ofUrn);
        var audience = members.text("aud");
        var id = members.text("jti", UUID::fromString);
        var issuedAt = members.moment("iat");
        var expiresAt = members.moment("exp");
        var method = members.text("htm");
        var path = members.text("htu");
        var body = members.optionalText("body", Sha256::new);
        var actor = ActorJson.read(members, findings);
        return findings.none()
                ? Optional.of(new ActorToken(
                        partner.value(),
                        audience.value(),
                        id.value(),
                        issuedAt.value(),
                        expiresAt.value(),
                        method.value(),
                        path.value(),
                        body,
                        actor.orElseThrow()))
                : Optional.empty();
    }
}
