package nl.spil.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * What a data subject agreed to: that one provider shares these categories with these recipients in one case.
 *
 * @param explicit whether it was expressed for exactly this, which a release from secrecy demands (Wgs 2.29(2))
 * @param givenBy recorded for the rules on minors and representation; the register judges nothing
 * @param validUntil when it ends by itself; absent when it does not
 */
public record Consent(
        ConsentId id,
        CaseId caseId,
        Pseudonym subject,
        Oin provider,
        SortedSet<Oin> recipients,
        SortedSet<DataCategory> categories,
        ConsentKind kind,
        boolean explicit,
        GivenBy givenBy,
        Instant givenAt,
        @Nullable Instant validUntil) {

    public Consent {
        recipients = Collections.unmodifiableSortedSet(new TreeSet<>(recipients));
        categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
        // As fine as the register keeps them; else a retry would not be the same consent.
        givenAt = givenAt.truncatedTo(ChronoUnit.MICROS);
        validUntil = validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MICROS);
        if (recipients.isEmpty() || categories.isEmpty()) {
            throw new IllegalArgumentException("a consent names its recipients and its categories");
        }
        if (recipients.contains(provider)) {
            throw new IllegalArgumentException("a consent is for sharing with somebody else");
        }
        if (validUntil != null && !validUntil.isAfter(givenAt)) {
            throw new IllegalArgumentException("a consent ends after it was given");
        }
    }
}
