package nl.spil.author;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Some points instead of all, the same ones every time: of every provider and purpose as many as of another. */
final class Sample {
    private static final long SEED = 20261128;

    private Sample() {}

    /**
     * First where the purpose fits the stage, so that things are permitted, then where it does not, and so on in turns.
     *
     * @param widest the state of consent in which most is permitted: each turn begins with it
     */
    static List<Point> of(List<Point> points, int count, Codes codes, String widest) {
        var shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(SEED));
        shuffled.sort(Comparator.comparing(point -> !point.consent().equals(widest)));
        var strata = new LinkedHashMap<Stratum, ArrayDeque<Point>>();
        for (var point : shuffled) {
            strata.computeIfAbsent(
                            new Stratum(!codes.fits(point), point.provider(), point.purpose()), _ -> new ArrayDeque<>())
                    .add(point);
        }
        return inTurns(
                strata.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Stratum::outOfStage)))
                        .map(Map.Entry::getValue)
                        .toList(),
                Math.min(count, points.size()));
    }

    private static List<Point> inTurns(List<ArrayDeque<Point>> queues, int count) {
        var sample = new ArrayList<Point>();
        while (sample.size() < count) {
            for (var queue : queues) {
                if (!queue.isEmpty() && sample.size() < count) {
                    sample.add(queue.removeFirst());
                }
            }
        }
        return sample;
    }

    private record Stratum(boolean outOfStage, Partner provider, String purpose) {}
}
