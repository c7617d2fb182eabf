package nl.spil.decision;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * Measures processor time for one decision on six items and two recipients; run by hand, the figures stand in
 * deploy/performance.md. With the address and the process id of an OPA server ({@code deploy/opa/run}) that engine too.
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
        var empty = used();
        try (var two = new InstancePool(program, 2, Duration.ofSeconds(20))) {
            var point = new WasmDecisionPoint(two, new AnswerReader(bundle.version(), bundle.obligations()));
            point.decide(Questions.ofSixItems());
            System.out.printf(Locale.ROOT, "two instances keep %d kB%n", (used() - empty) / 1_024);
        }
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
        if (arguments.length == 2) {
            server(URI.create(arguments[0]), Long.parseLong(arguments[1]));
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** By an OPA server: what it costs here, and what it costs there. */
    private static void server(URI address, long process) {
        try (var point = new OpaDecisionPoint(address, PolicyBundle.committed(), Duration.ofSeconds(20))) {
            var question = Questions.ofSixItems();
            for (var round = 0; round < ROUNDS; round++) {
                var before = opa(process);
                var here = cost(() -> point.decide(question));
                System.out.printf(
                        Locale.ROOT,
                        "OPA server: here %.1f us, there %.1f us%n",
                        here,
                        (opa(process) - before) / DECISIONS);
            }
        }
    }

    /** Microseconds of processor time that a process has used. */
    private static double opa(long process) {
        return ProcessHandle.of(process)
                        .orElseThrow()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow()
                        .toNanos()
                / 1_000.0;
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
