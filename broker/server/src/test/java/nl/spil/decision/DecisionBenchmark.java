package nl.spil.decision;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * Measures processor time for one decision on six items and two recipients; run by hand, the figures stand in
 * deploy/performance.md.
 */
final class DecisionBenchmark {
    private static final int DECISIONS = 3_000;
    private static final int ROUNDS = 8;

    private DecisionBenchmark() {}

    /** Prints microseconds of processor time: whole decision, and the engine alone. */
    public static void main(String... arguments) {
        var started = System.nanoTime();
        var bundle = PolicyBundle.committed();
        var program = new WasmProgram(bundle);
        System.out.printf(Locale.ROOT, "compiled in %d ms%n", (System.nanoTime() - started) / 1_000_000);
        try (var instances = new InstancePool(program, 1, Duration.ofSeconds(20))) {
            var point = new WasmDecisionPoint(instances, new AnswerReader(bundle.version(), bundle.obligations()));
            var question = Questions.ofSixItems();
            var bytes = QuestionBytes.of(question);
            for (var round = 0; round < ROUNDS; round++) {
                System.out.printf(
                        Locale.ROOT,
                        "decision %.1f us, question %.1f us, engine %.1f us%n",
                        cost(() -> point.decide(question)),
                        cost(() -> QuestionBytes.of(question)),
                        cost(() -> instances.result(bytes.unsafe())));
            }
        }
    }

    private static double cost(Runnable once) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        for (var i = 0; i < DECISIONS; i++) {
            once.run();
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1_000.0 / DECISIONS;
    }
}
