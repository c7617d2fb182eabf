package nl.spil.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import nl.spil.decision.Answer;
import nl.spil.decision.Decision;
import nl.spil.decision.DecisionUnavailable;
import nl.spil.decision.Question;
import nl.spil.protocol.ContentDigest;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the broker can obey: an answer about exactly what was asked, with obligations it knows how to pass on. Anything
 * else is no answer, whoever gave it.
 */
final class Obedience {
    private final Set<String> knownObligations;

    Obedience(Set<String> knownObligations) {
        this.knownObligations = Set.copyOf(knownObligations);
    }

    /** Knows the obligations that came with the policies. */
    static Obedience ofPolicies() {
        var known = new HashSet<String>();
        try (var codes = Obedience.class.getResourceAsStream("/nl/spil/policies/obligations.json")) {
            JsonMapper.shared()
                    .readTree(Objects.requireNonNull(codes, "the policy pack names no obligations"))
                    .forEach(code -> known.add(code.stringValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Obedience(known);
    }

    /** The decision, if it can be obeyed. */
    Decision checked(Question question, Decision decision) {
        var asked = new HashSet<ContentDigest>();
        question.items().forEach(item -> asked.add(item.id()));
        for (var recipient : question.recipients()) {
            var answer = decision.answers().get(recipient.partner().oin());
            if (answer == null || !isAbout(asked, answer)) {
                throw new DecisionUnavailable("the answer is not about what was asked");
            }
            if (!knowsObligationsOf(answer)) {
                throw new DecisionUnavailable("the answer holds an obligation this broker does not know");
            }
        }
        return decision;
    }

    private static boolean isAbout(Set<ContentDigest> asked, Answer answer) {
        var answered = new HashSet<>(answer.permitted());
        answered.addAll(answer.refused().keySet());
        return answered.equals(asked)
                && answer.obligations().stream()
                        .allMatch(obligation -> answer.permitted().containsAll(obligation.items()));
    }

    private boolean knowsObligationsOf(Answer answer) {
        return answer.obligations().stream().allMatch(obligation -> knownObligations.contains(obligation.code()));
    }
}
