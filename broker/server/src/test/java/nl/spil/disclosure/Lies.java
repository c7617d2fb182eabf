package nl.spil.disclosure;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import nl.spil.decision.Answer;
import nl.spil.decision.Obligation;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;

/** What a decision point that went wrong could say. */
final class Lies {
    private Lies() {}

    /** Permits an item as well that nobody asked about. */
    static SortedMap<Oin, Answer> permitting(SortedMap<Oin, Answer> truth, ContentDigest item) {
        return each(truth, answer -> {
            var permitted = new TreeSet<>(answer.permitted());
            permitted.add(item);
            var bases = new TreeMap<>(answer.bases());
            bases.put(item, List.of(Examples.CONSENT));
            return new Answer(
                    permitted,
                    answer.refused(),
                    bases,
                    answer.obligations(),
                    answer.wouldHelp(),
                    answer.gaps(),
                    answer.validUntil());
        });
    }

    /** Demands something of what it permits. */
    static SortedMap<Oin, Answer> demanding(SortedMap<Oin, Answer> truth, String code) {
        return each(
                truth,
                answer -> new Answer(
                        answer.permitted(),
                        answer.refused(),
                        answer.bases(),
                        List.of(new Obligation(code, answer.permitted())),
                        answer.wouldHelp(),
                        answer.gaps(),
                        answer.validUntil()));
    }

    private static SortedMap<Oin, Answer> each(SortedMap<Oin, Answer> truth, UnaryOperator<Answer> lie) {
        var lies = new TreeMap<Oin, Answer>();
        truth.forEach((oin, answer) -> lies.put(oin, lie.apply(answer)));
        return lies;
    }
}
