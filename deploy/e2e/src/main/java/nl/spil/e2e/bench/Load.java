package nl.spil.e2e.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Keeps a number of connections busy for a while and counts; as fast as they answer, or at an agreed pace. */
final class Load {
    private Load() {}

    /** Where connections and requests come from. */
    interface Target {
        Line connect() throws IOException;

        /** A request of its own each time; called by many threads. */
        byte[] next();

        /** Whether an answer with this status is what was asked for. */
        boolean isGood(int status);
    }

    /**
     * What came of it.
     *
     * @param nanos how long each good answer took, sorted
     */
    record Outcome(int connections, Duration time, List<Long> nanos, long failures, String firstFailure) {
        double perSecond() {
            return nanos.size() / (time.toNanos() / 1e9);
        }

        double millisAt(double share) {
            if (nanos.isEmpty()) {
                return Double.NaN;
            }
            int at = (int) Math.min(nanos.size() - 1L, Math.round(share * nanos.size()));
            return nanos.get(at) / 1e6;
        }
    }

    /** As fast as the server answers on so many connections. */
    static Outcome closed(Target target, int connections, Duration time) throws InterruptedException {
        return run(target, connections, time, 0);
    }

    /**
     * At a fixed pace, however slow the answers are: the time of a request runs from when it was due, so that a stall
     * is not hidden by the requests that were never sent.
     */
    static Outcome paced(Target target, int connections, Duration time, double perSecond) throws InterruptedException {
        return run(target, connections, time, perSecond);
    }

    private static Outcome run(Target target, int connections, Duration time, double perSecond)
            throws InterruptedException {
        var all = new ConcurrentLinkedQueue<Caller>();
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long pause = perSecond == 0 ? 0 : (long) (connections / perSecond * 1e9);
        for (int i = 0; i < connections; i++) {
            long first = start + pause * i / connections;
            var caller = new Caller(target, first, end, pause);
            all.add(caller);
            threads.add(Thread.ofVirtual().start(caller));
        }
        for (var thread : threads) {
            thread.join();
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        var nanos = all.stream().flatMapToLong(Caller::nanos).sorted().boxed().toList();
        var failures = all.stream().mapToLong(caller -> caller.failures).sum();
        var first = all.stream()
                .map(c -> c.firstFailure.get())
                .filter(f -> !f.isEmpty())
                .findFirst();
        return new Outcome(connections, took, nanos, failures, first.orElse(""));
    }

    private static final class Caller implements Runnable {
        private final Target target;
        private final long first;
        private final long end;
        private final long pause;
        private final AtomicReference<String> firstFailure = new AtomicReference<>("");
        private long[] taken = new long[4096];
        private int count;
        private long failures;

        private Caller(Target target, long first, long end, long pause) {
            this.target = target;
            this.first = first;
            this.end = end;
            this.pause = pause;
        }

        LongStream nanos() {
            return Arrays.stream(taken, 0, count);
        }

        @Override
        public void run() {
            Supplier<Long> clock = System::nanoTime;
            try (var line = target.connect()) {
                long due = first;
                while (clock.get() < end) {
                    var request = target.next();
                    if (pause > 0) {
                        waitUntil(due);
                    }
                    long sent = pause > 0 ? due : clock.get();
                    keep(line.ask(request), clock.get() - sent, line);
                    due += pause;
                }
            } catch (IOException | RuntimeException e) {
                failures++;
                firstFailure.compareAndSet("", e.toString());
            }
        }

        private static void waitUntil(long due) {
            long left = due - System.nanoTime();
            if (left > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(left);
            }
        }

        private void keep(int status, long nanos, Line line) {
            if (!target.isGood(status)) {
                failures++;
                firstFailure.compareAndSet("", status + " " + line.body());
                return;
            }
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, count * 2);
            }
            taken[count++] = nanos;
        }
    }
}
