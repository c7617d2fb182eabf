package nl.spil.decision;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Owns the running copies of the rules and is the only one that ever touches them: one question each at a time. */
final class InstancePool implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final WasmProgram program;
    private final ArrayBlockingQueue<WasmInstance> idle;
    private final Watch watch;

    InstancePool(WasmProgram program, int size, Duration longest) {
        this.program = program;
        this.idle = new ArrayBlockingQueue<>(size);
        this.watch = new Watch(longest);
        Stream.generate(program::instance).limit(size).forEach(idle::add);
    }

    /** Answers a question within the deadline or not at all: the text that the rules write. */
    byte[] answer(byte[] question) {
        return asked(instance -> instance.answer(question));
    }

    /** The same, not as text. */
    JsonNode result(byte[] question) {
        return asked(instance -> instance.result(question));
    }

    private <T> T asked(Function<WasmInstance, T> asking) {
        var instance = borrowed();
        var watched = watch.begin();
        T answer;
        try {
            answer = asking.apply(instance);
        } catch (RuntimeException e) {
            watched.endedInTime();
            // Nobody knows what an instance holds that failed halfway: another takes its place.
            idle.add(program.instance());
            throw new DecisionUnavailable("the rules failed", e);
        }
        var inTime = watched.endedInTime();
        idle.add(instance);
        if (!inTime) {
            throw new DecisionUnavailable("no answer in time");
        }
        return answer;
    }

    private WasmInstance borrowed() {
        try {
            var instance = idle.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            if (instance == null) {
                throw new DecisionUnavailable("no answer in time");
            }
            return instance;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DecisionUnavailable("interrupted while waiting for an answer", e);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
