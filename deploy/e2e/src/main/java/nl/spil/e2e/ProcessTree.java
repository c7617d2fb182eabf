package nl.spil.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process and everything it started cost, as the kernel counts it (Linux).
 *
 * @param root the process everything else descends from
 */
public record ProcessTree(long root) {
    /** The unit of /proc/PID/stat: fixed at a hundredth of a second for programs, whatever the kernel counts in. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** Processor time in user and kernel mode so far, of the living and of the ended children they waited for. */
    public Duration cpu() {
        long ticks = living().mapToLong(pid -> ticksOf(pid, 11, 12, 13, 14)).sum();
        return TICK.multipliedBy(ticks);
    }

    /** Processor time of one process so far, without what it started. */
    public static Duration cpuOf(long pid) {
        return TICK.multipliedBy(ticksOf(pid, 11, 12));
    }

    /** Memory of one process, without what it started. */
    public static long memoryBytesOf(long pid) {
        return memoryOf(pid);
    }

    /** Memory that would come free if these processes ended: shared pages are divided among their users. */
    public long memoryBytes() {
        return living().mapToLong(ProcessTree::memoryOf).sum();
    }

    private Stream<Long> living() {
        return ProcessHandle.of(root)
                .map(handle ->
                        Stream.concat(Stream.of(handle), handle.descendants()).map(ProcessHandle::pid))
                .orElse(Stream.empty());
    }

    private static long ticksOf(long pid, int... places) {
        return lines(pid, "stat").stream()
                .findFirst()
                .map(line -> {
                    // The name in parentheses may hold spaces; the numbers start behind it.
                    var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
                    return Arrays.stream(places)
                            .mapToLong(place -> Long.parseLong(fields[place]))
                            .sum();
                })
                .orElse(0L);
    }

    private static long memoryOf(long pid) {
        return lines(pid, "smaps_rollup").stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .sum();
    }

    private static List<String> lines(long pid, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException ended) {
            return List.of();
        }
    }
}
