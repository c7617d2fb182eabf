package nl.spil.author;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Asks whether the invariants hold, over the whole matrix or a sample of it, on every processor there is. */
final class Invariants {
    private static final int OF_EACH_INVARIANT = 6;
    /** Each of these points is dozens of questions. */
    private static final int WHERE_EACH_FACT_IS_MISSING = 2;

    private final Matrix matrix;
    private final List<Invariant> invariants;
    private final Supplier<Judge> judges;

    /** @param judges gives one for each thread */
    Invariants(Matrix matrix, List<Invariant> invariants, Supplier<Judge> judges) {
        this.matrix = matrix;
        this.invariants = invariants;
        this.judges = judges;
    }

    /** All there are in the folder, asked of these rules with these tables. */
    static Invariants of(PolicyFolder folder, Bundle bundle, Program program) {
        var matrix = new Matrix(folder, bundle.tables());
        var tables = bundle.file(Bundle.TABLES);
        return new Invariants(matrix, Invariant.all(folder, matrix), () -> program.engine(tables));
    }

    Result check(boolean whole, Progressing progressing) {
        var began = System.nanoTime();
        var tasks = new ConcurrentLinkedQueue<Task>();
        Walk.of(matrix, invariants)
                .forEach(walk -> points(walk, whole).forEach(point -> tasks.add(new Task(walk, point))));
        var tally = new Tally();
        var total = tasks.size();
        var done = new AtomicInteger();
        inParallel(() -> {
            var inspector = new Inspector(judges.get(), tally);
            for (var task = tasks.poll(); task != null; task = tasks.poll()) {
                inspector.inspect(task.walk(), task.point());
                progressing.at(done.incrementAndGet(), total);
            }
        });
        return new Result(tally.findings(invariants), tally.asked(), (System.nanoTime() - began) / 1e9, whole);
    }

    private List<Point> points(Walk walk, boolean whole) {
        var points = matrix.points().stream().filter(walk::concerns).toList();
        if (whole) {
            return walk.asksItsOwn()
                    ? points.stream().filter(matrix.codes()::fits).toList()
                    : points;
        }
        var sample = new LinkedHashSet<>(sample(points, many(walk)));
        for (var invariant : walk.invariants()) {
            var own = points.stream().filter(invariant.range()::holds).toList();
            sample.addAll(sample(own, Math.min(many(walk), OF_EACH_INVARIANT)));
        }
        return List.copyOf(sample);
    }

    private List<Point> sample(List<Point> points, int count) {
        return Sample.of(points, count, matrix.codes(), matrix.consents().getFirst());
    }

    /** Where only tables can make a difference, every provider is asked for every purpose. */
    private int many(Walk walk) {
        if (walk.invariants().stream().anyMatch(Invariants::eachFactMissing)) {
            return WHERE_EACH_FACT_IS_MISSING;
        }
        var everybody =
                2 * matrix.recipients().size() * matrix.codes().purposes().size();
        return walk.asksItsOwn() ? OF_EACH_INVARIANT : everybody;
    }

    private static boolean eachFactMissing(Invariant invariant) {
        return invariant.claim() instanceof Claim.NotWider(Differing.EachFactMissing _);
    }

    private static void inParallel(Runnable work) {
        var threads = Runtime.getRuntime().availableProcessors();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < threads; i++) {
                running.add(executor.submit(work));
            }
            for (var each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private record Task(Walk walk, Point point) {}

    /** Told how far it is; by several threads at once. */
    @FunctionalInterface
    interface Progressing {
        void at(int done, int total);
    }

    /**
     * What was found.
     *
     * @param asked pairs of a recipient and an item that were put to the rules
     */
    record Result(List<Finding> findings, long asked, double seconds, boolean whole) {
        List<Finding> broken() {
            return findings.stream().filter(finding -> !finding.holds()).toList();
        }
    }
}
