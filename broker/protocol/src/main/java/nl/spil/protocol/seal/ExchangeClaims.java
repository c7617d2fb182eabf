package nl.spil.protocol.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.Actor;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.WholeSeconds;

/**
 * Everything a sender signs about an exchange besides its items.
 *
 * @param recipients whom it is for, at most sixteen, each once
 * @param issuedAt whole seconds, as is expiresAt, which is at most thirty days later
 * @param answers the information request this answers, if any
 */
public record ExchangeClaims(
        Oin sender,
        List<Oin> recipients,
        ExchangeId exchange,
        Instant issuedAt,
        Instant expiresAt,
        CaseId caseId,
        Purpose purpose,
        Optional<UUID> answers,
        Actor actor,
        NecessityRecord necessity,
        Grounds grounds) {

    /** Nothing waits longer than this for its recipient. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(30);

    static final int MOST_RECIPIENTS = 16;

    public ExchangeClaims {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw new IllegalArgumentException("an exchange has one to sixteen recipients");
        }
        if (new HashSet<>(recipients).size() != recipients.size()) {
            throw new IllegalArgumentException("a recipient is named once");
        }
        WholeSeconds.check(issuedAt, "the moment of sending");
        WholeSeconds.check(expiresAt, "the end of an exchange");
        if (!expiresAt.isAfter(issuedAt) || expiresAt.isAfter(issuedAt.plus(LONGEST_LIFE))) {
            throw new IllegalArgumentException("an exchange lives at most thirty days");
        }
    }
}
