package nl.spil.decision;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.protocol.Oin;

/**
 * What policy decided for every recipient of one question, and by which rules.
 *
 * @param question the exact bytes that were judged, kept as evidence so that the decision can be replayed
 */
public record Decision(PolicyVersion policy, QuestionBytes question, SortedMap<Oin, Answer> answers) {
    public Decision {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** The answer for a recipient of the question. */
    public Answer of(Oin recipient) {
        return Objects.requireNonNull(answers.get(recipient), "not a recipient of this question");
    }

    /** The first moment at which time alone would change any of the answers. */
    public Optional<Instant> validUntil() {
        return answers.values().stream()
                .map(Answer::validUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }
}
