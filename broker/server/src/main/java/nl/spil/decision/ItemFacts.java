package nl.spil.decision;

import nl.spil.protocol.AgeBand;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * One item of a question; never what is in it.
 *
 * @param ageBand absent when the case does not know the data subject; absence refuses
 * @param role the data subject's role in the case, like DATA_SUBJECT; absent with the age band
 */
public record ItemFacts(
        ContentDigest id,
        DataCategory category,
        AnswerType answerType,
        Pseudonym subject,
        @Nullable AgeBand ageBand,
        @Nullable String role) {}
