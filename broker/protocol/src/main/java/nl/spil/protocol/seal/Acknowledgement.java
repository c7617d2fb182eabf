package nl.spil.protocol.seal;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.spil.protocol.Checked;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.WholeSeconds;
import tools.jackson.databind.JsonNode;

/**
 * A recipient's signed word that it got a delivery and could, or could not, read it.
 *
 * @param audience the broker's issuer
 * @param collection the recipient's own id of the collecting
 * @param release digest of the release as it was received
 */
public record Acknowledgement(
        Oin recipient,
        String audience,
        UUID id,
        Instant issuedAt,
        DisclosureId disclosure,
        UUID collection,
        ExchangeId exchange,
        Sha256 release,
        Result result) {

    /** Whether the recipient could read what it got. */
    public enum Result {
        OPENED,
        UNREADABLE
    }

    private static final String TYPE = "spil-ack+jwt";
    private static final Set<String> MEMBERS =
            Set.of("iss", "aud", "jti", "iat", "disclosure", "collection", "exchange", "release", "result");

    public Acknowledgement {
        WholeSeconds.check(issuedAt, "the moment of acknowledging");
    }

    /** The compact JWS that is sent. */
    public String sign(SigningKey key) {
        var claims = Jwk.object()
                .put("iss", recipient.urn())
                .put("aud", audience)
                .put("jti", id.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("disclosure", disclosure.toString())
                .put("collection", collection.toString())
                .put("exchange", exchange.value())
                .put("release", release.value())
                .put("result", result.name());
        return CompactJws.sign(key, TYPE, claims);
    }

    /** Finds out whether this recipient signed it for this broker; an old one is accepted, for a reply can be late. */
    public static Checked<Acknowledgement> verify(
            String jws, Oin recipient, Collection<VerificationKey> registered, String audience, Instant now) {
        return switch (CompactJws.parse(jws, TYPE, Set.of())) {
            case Checked.Unsound<CompactJws>(var problems) -> Checked.unsound(problems);
            case Checked.Sound<CompactJws>(var parsed) -> {
                var findings = new Findings();
                parsed.checkSignature(registered, findings);
                var read = findings.none() ? read(parsed.claims(), findings) : Optional.<Acknowledgement>empty();
                read.ifPresent(ack -> ack.check(recipient, audience, now, findings));
                yield findings.none() ? Checked.sound(read.orElseThrow()) : Checked.unsound(findings.problems());
            }
        };
    }

    private void check(Oin expected, String broker, Instant now, Findings findings) {
        findings.unless(recipient.equals(expected), Flaw.SENDER_DIFFERS, "/claims/iss");
        findings.unless(audience.equals(broker), Flaw.AUDIENCE_DIFFERS, "/claims/aud");
        findings.unless(!issuedAt.isAfter(now.plus(Validity.CLOCKS_DIFFER)), Flaw.NOT_YET_VALID, "/claims/iat");
    }

    private static Optional<Acknowledgement> read(JsonNode claims, Findings findings) {
        var members = new Members(claims, "/claims", findings, MEMBERS);
        var recipient = members.text("iss", Oin::ofUrn);
        var audience = members.text("aud");
        var id = members.text("jti", UUID::fromString);
        var issuedAt = members.moment("iat");
        var disclosure = members.text("disclosure", DisclosureId::of);
        var collection = members.text("collection", UUID::fromString);
        var exchange = members.text("exchange", ExchangeId::new);
        var release = members.text("release", Sha256::new);
        var result = members.text("result", Result::valueOf);
        return findings.none()
                ? Optional.of(new Acknowledgement(
                        recipient.value(),
                        audience.value(),
                        id.value(),
                        issuedAt.value(),
                        disclosure.value(),
                        collection.value(),
                        exchange.value(),
                        release.value(),
                        result.value()))
                : Optional.empty();
    }
}
