package nl.spil.replay;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.spil.decision.RecordedQuestion;
import nl.spil.protocol.ContentDigest;
import org.jspecify.annotations.Nullable;

/** Lays two answers to one question beside each other, for one recipient. */
record Comparison(RecordedQuestion question, RecordedQuestion.Recipient recipient, long entry, Tally tally) {

    void of(Answered before, Answered after) {
        for (var item : question.items()) {
            tally.judgments++;
            of(item, before.items().get(item.id()), after.items().get(item.id()));
            duties(item, before.duties(), after.duties(), Effect.DUTY_REMOVED);
            duties(item, after.duties(), before.duties(), Effect.DUTY_ADDED);
        }
    }

    private void of(RecordedQuestion.Item item, @Nullable Ruled before, @Nullable Ruled after) {
        if (before == null || after == null) {
            throw new IllegalStateException("an answer speaks of every item");
        }
        switch (before) {
            case Ruled.Permitted(var bases) -> {
                switch (after) {
                    case Ruled.Permitted(var others) -> differing(item, Effect.OTHER_BASES, bases, others);
                    case Ruled.Refused(var reasons) -> effect(item, Effect.NEWLY_REFUSED, reasons);
                }
            }
            case Ruled.Refused(var reasons) -> {
                switch (after) {
                    case Ruled.Permitted _ -> effect(item, Effect.NEWLY_PERMITTED, reasons);
                    case Ruled.Refused(var others) -> differing(item, Effect.OTHER_REASONS, reasons, others);
                }
            }
        }
    }

    private void differing(RecordedQuestion.Item item, Effect effect, Set<String> before, Set<String> after) {
        if (!before.equals(after)) {
            var fresh = new TreeSet<>(after);
            fresh.removeAll(before);
            effect(item, effect, fresh);
        }
    }

    private void duties(
            RecordedQuestion.Item item,
            Map<String, Set<ContentDigest>> here,
            Map<String, Set<ContentDigest>> there,
            Effect effect) {
        here.forEach((code, items) -> {
            if (items.contains(item.id()) && !there.getOrDefault(code, Set.of()).contains(item.id())) {
                effect(item, effect, Set.of(code));
            }
        });
    }

    private void effect(RecordedQuestion.Item item, Effect effect, Collection<String> codes) {
        tally.effect(
                Kind.of(question, recipient, item.category()),
                effect,
                new Example(entry, question.action(), item.answerType()),
                codes);
    }
}
