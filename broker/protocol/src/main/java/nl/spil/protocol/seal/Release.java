package nl.spil.protocol.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.spil.protocol.Checked;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.WholeSeconds;
import tools.jackson.databind.JsonNode;

/**
 * The broker's word that these items of this exchange go to this recipient now; how many were withheld it never says.
 *
 * @param issuer who the broker is
 * @param id of this release
 * @param signedExchange the digest of what the sender signed, so that a release fits one exchange only
 * @param released the items, sorted, each once
 * @param partial whether the recipient gets less than was sealed for it
 * @param policy digest of the policy bundle that decided
 */
public record Release(
        String issuer,
        Oin recipient,
        UUID id,
        Instant issuedAt,
        Instant expiresAt,
        ExchangeId exchange,
        Sha256 signedExchange,
        List<ContentDigest> released,
        boolean partial,
        String policy,
        List<Obligation> obligations) {

    private static final String TYPE = "spil-release+jwt";
    private static final Duration LONGEST_LIFE = Duration.ofDays(30);
    private static final Set<String> MEMBERS = Set.of(
            "iss", "aud", "jti", "iat", "exp", "exchange", "jws", "released", "partial", "policy", "obligations");

    public Release {
        WholeSeconds.check(issuedAt, "the moment of release");
        WholeSeconds.check(expiresAt, "the end of a release");
        released = released.stream().distinct().sorted().toList();
        obligations = List.copyOf(obligations);
        if (released.isEmpty()) {
            throw new IllegalArgumentException("a release is of at least one item");
        }
    }

    /** The compact JWS that goes into a delivery; its digest goes into the ledger. */
    public String sign(SigningKey brokerKey) {
        var claims = Jwk.object()
                .put("iss", issuer)
                .put("aud", recipient.urn())
                .put("jti", id.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .put("exchange", exchange.value())
                .put("jws", signedExchange.value());
        var items = claims.putArray("released");
        released.forEach(item -> items.add(item.value()));
        claims.put("partial", partial).put("policy", policy);
        var duties = claims.putArray("obligations");
        for (var obligation : obligations) {
            var duty = duties.addObject().put("code", obligation.code());
            var concerned = duty.putArray("items");
            obligation.items().forEach(item -> concerned.add(item.value()));
        }
        return CompactJws.sign(brokerKey, TYPE, claims);
    }

    /** Finds out whether the broker signed this with one of its keys, for this recipient, and whether it still holds. */
    public static Checked<Release> verify(
            String jws, Collection<VerificationKey> brokerKeys, Oin recipient, Instant now) {
        return switch (CompactJws.parse(jws, TYPE, Set.of())) {
            case Checked.Unsound<CompactJws>(var problems) -> Checked.unsound(problems);
            case Checked.Sound<CompactJws>(var parsed) -> {
                var findings = new Findings();
                parsed.checkSignature(brokerKeys, findings);
                var release = findings.none() ? read(parsed.claims(), findings) : Optional.<Release>empty();
                release.ifPresent(read -> read.check(recipient, now, findings));
                yield findings.none() ? Checked.sound(release.orElseThrow()) : Checked.unsound(findings.problems());
            }
        };
    }

    private void check(Oin expected, Instant now, Findings findings) {
        findings.unless(recipient.equals(expected), Flaw.AUDIENCE_DIFFERS, "/claims/aud");
        new Validity(issuedAt, expiresAt).check(now, LONGEST_LIFE, "/claims", findings);
    }

    private static Optional<Release> read(JsonNode claims, Findings findings) {
        var members = new Members(claims, "/claims", findings, MEMBERS);
        var issuer = members.text("iss");
        var recipient = members.text("aud", Oin::ofUrn);
        var id = members.text("jti", UUID::fromString);
        var issuedAt = members.moment("iat");
        var expiresAt = members.moment("exp");
        var exchange = members.text("exchange", ExchangeId::new);
        var signedExchange = members.text("jws", Sha256::new);
        var released = members.array("released", Release::items);
        var partial = members.flag("partial");
        var policy = members.text("policy");
        var obligations = members.array("obligations", Release::obligations);
        return findings.none()
                ? Optional.of(new Release(
                        issuer.value(),
                        recipient.value(),
                        id.value(),
                        issuedAt.value(),
                        expiresAt.value(),
                        exchange.value(),
                        signedExchange.value(),
                        released.value(),
                        partial.value(),
                        policy.value(),
                        obligations.value()))
                : Optional.empty();
    }

    private static List<ContentDigest> items(JsonNode array) {
        var items = new ArrayList<ContentDigest>(array.size());
        for (var element : array) {
            items.add(new ContentDigest(Members.string(element)));
        }
        if (items.isEmpty() || items.size() != Set.copyOf(items).size()) {
            throw new IllegalArgumentException("each item is named once");
        }
        return items;
    }

    private static List<Obligation> obligations(JsonNode array) {
        var obligations = new ArrayList<Obligation>(array.size());
        for (var element : array) {
            if (element.size() != 2) {
                throw new IllegalArgumentException("an obligation has a code and items");
            }
            obligations.add(new Obligation(Members.string(element.path("code")), items(element.path("items"))));
        }
        return obligations;
    }
}
