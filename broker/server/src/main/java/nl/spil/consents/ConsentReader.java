package nl.spil.consents;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.spil.consent.CollectionMethod;
import nl.spil.consent.Consent;
import nl.spil.consent.ConsentId;
import nl.spil.consent.ConsentKind;
import nl.spil.consent.GivenBy;
import nl.spil.problem.JsonBody;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;

/**
 * What a provider wants registered.
 *
 * @param method in the provider's words
 */
record ConsentReader(Consent consent, CollectionMethod method) {
    private static final int LONGEST = 32 * 1024;
    private static final int MOST = 64;
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "case",
            "subject",
            "recipients",
            "categories",
            "kind",
            "explicit",
            "givenAt",
            "validUntil",
            "givenBy",
            "method");

    /** How far a provider's clock may be ahead. */
    private static final int CLOCKS_DIFFER = 60;

    static ConsentReader read(byte[] bytes, Oin provider, Instant now) {
        var body = JsonBody.of(bytes, LONGEST).only(MEMBERS);
        var id = body.text("id", ConsentId::of);
        var caseId = body.text("case", CaseId::new);
        var subject = body.text("subject", Pseudonym::new);
        var recipients = body.texts("recipients", MOST, Oin::new);
        var categories = body.texts("categories", MOST, DataCategory::new);
        var kind = body.text("kind", ConsentKind::valueOf);
        var explicit = body.flag("explicit");
        var givenBy = body.text("givenBy", GivenBy::valueOf);
        var givenAt = body.moment("givenAt");
        var validUntil = body.momentIfPresent("validUntil");
        var method = body.text("method", CollectionMethod::new);
        if (givenAt != null && givenAt.isAfter(now.plusSeconds(CLOCKS_DIFFER))) {
            body.problem("given-in-the-future", "givenAt", "A consent is registered after it was given.");
        }
        return body.whole(() -> new ConsentReader(
                new Consent(
                        Objects.requireNonNull(id),
                        Objects.requireNonNull(caseId),
                        Objects.requireNonNull(subject),
                        provider,
                        new TreeSet<>(recipients),
                        new TreeSet<>(categories),
                        Objects.requireNonNull(kind),
                        Objects.requireNonNull(explicit),
                        Objects.requireNonNull(givenBy),
                        Objects.requireNonNull(givenAt),
                        validUntil),
                Objects.requireNonNull(method)));
    }
}
