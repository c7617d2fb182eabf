package nl.spil.replay;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.decision.PolicyVersion;

/** What a stretch of the log came to; stretches are added up in the order of the log. */
final class Tally {
    final SortedMap<Kind, Map<Effect, Counted>> changes = new TreeMap<>();
    final SortedMap<Long, Map<PolicyVersion, Long>> decidedBy = new TreeMap<>();
    final Counted unanswerable = new Counted();
    final Counted incomparable = new Counted();
    long questions;
    long compared;
    long judgedAgain;
    long judgments;
    long gone;

    void effect(Kind kind, Effect effect, Example example, java.util.Collection<String> codes) {
        of(kind, effect).add(example, codes);
    }

    private Counted of(Kind kind, Effect effect) {
        return changes.computeIfAbsent(kind, _ -> new EnumMap<>(Effect.class))
                .computeIfAbsent(effect, _ -> new Counted());
    }

    void decidedBy(PolicyVersion version, long times) {
        decidedBy
                .computeIfAbsent(version.revision(), _ -> new java.util.HashMap<>())
                .merge(version, times, Long::sum);
    }

    long total(Effect effect) {
        return changes.values().stream()
                .mapToLong(effects ->
                        effects.containsKey(effect) ? effects.get(effect).count() : 0)
                .sum();
    }

    void add(Tally later) {
        later.changes.forEach((kind, effects) ->
                effects.forEach((effect, counted) -> of(kind, effect).add(counted)));
        later.decidedBy.values().forEach(versions -> versions.forEach(this::decidedBy));
        unanswerable.add(later.unanswerable);
        incomparable.add(later.incomparable);
        questions += later.questions;
        compared += later.compared;
        judgedAgain += later.judgedAgain;
        judgments += later.judgments;
        gone += later.gone;
    }
}
