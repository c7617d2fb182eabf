package nl.spil.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures as a page part, in the order in which they came. */
final class Report {
    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";

    private final String machine;
    private final List<String> loads = new ArrayList<>();
    private final List<String> halves = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();
    private final List<String> costs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(String machine) {
        this.machine = machine;
    }

    void figure(String what, String value) {
        Bench.say(what + ": " + value);
        figures.add("| " + what + " | " + value + " |");
    }

    void note(String text) {
        notes.add(text);
    }

    void table(String what, List<Meter.Reading> readings) {
        readings.forEach(reading -> loads.add(line(what, reading)));
    }

    void half(String what, Meter.Reading reading) {
        halves.add(line(what, reading));
    }

    private static String line(String what, Meter.Reading it) {
        var line = "| %s | %d | %.0f | %.1f | %.1f | %.3f | %.3f | **%.3f** | %.0f |"
                .formatted(
                        what,
                        it.connections(),
                        it.perSecond(),
                        it.p50(),
                        it.p99(),
                        it.serverMicros() / 1000,
                        it.databaseMicros() / 1000,
                        it.micros() / 1000,
                        1e6 * Runtime.getRuntime().availableProcessors() / it.micros());
        Bench.say(line + (it.failures() == 0 ? "" : " failures: " + it.failures() + ", first: " + it.firstFailure()));
        return it.failures() == 0 ? line : line + " (" + it.failures() + " failed)";
    }

    /** Not everything could be measured; the rest stands all the same. */
    void missing(String part, String why) {
        Bench.say("NOT MEASURED: " + part + ": " + why);
        notes.add("**Not measured in this run: " + part + "** (" + why.replaceAll("\\s+", " ") + ").");
    }

    boolean isComplete() {
        return notes.stream().noneMatch(note -> note.startsWith("**Not measured"));
    }

    void profile(Profile profile, Meter.Reading load) {
        int total = Math.max(1, profile.samples());
        figure(
                "one decision for two recipients and six items, processor time (its share of the profile)",
                "%.3f ms".formatted(profile.shareOfDeciding() * load.serverMicros() / 1000));
        costs.add(
                "%d samples at 32 connections over mutual TLS, where an exchange took the broker %.3f ms. The three largest:"
                        .formatted(profile.samples(), load.serverMicros() / 1000));
        costs.add("");
        profile.byPurpose().entrySet().stream()
                .limit(3)
                .map(each -> "1. %s: %.1f %%, %.3f ms an exchange"
                        .formatted(
                                each.getKey(),
                                100.0 * each.getValue() / total,
                                load.serverMicros() / 1000 * each.getValue() / total))
                .forEach(costs::add);
        costs.add("");
        costs.add("| for | share of the broker's processor time |");
        costs.add("|---|---|");
        profile.byPurpose().forEach((purpose, count) -> costs.add(share(purpose, count, total)));
        costs.add("");
        costs.add("| hottest methods | share |");
        costs.add("|---|---|");
        profile.byMethod().entrySet().stream()
                .limit(12)
                .map((Map.Entry<String, Integer> each) -> share("`" + each.getKey() + "`", each.getValue(), total))
                .forEach(costs::add);
    }

    private static String share(String what, int count, int total) {
        return "| %s | %.1f %% |".formatted(what, 100.0 * count / total);
    }

    String markdown() {
        var head = "| what | connections | per second | p50 ms | p99 ms | server ms CPU | database ms CPU |"
                + " both | ceiling on this machine, per second |\n|---|---|---|---|---|---|---|---|---|\n";
        return BEGIN + "\n\nMachine: " + machine + ".\n\n### As fast as it goes\n\n" + head + String.join("\n", loads)
                + "\n\n### At half of that, at a fixed pace\n\n" + head + String.join("\n", halves)
                + "\n\n### Single figures\n\n| what | measured |\n|---|---|\n" + String.join("\n", figures)
                + "\n\n### Where the broker's time goes\n\n" + String.join("\n", costs) + "\n\n"
                + String.join("\n", notes) + (notes.isEmpty() ? "" : "\n\n") + END;
    }

    /** Replaces the measured part of the page and leaves the words around it. */
    void writeInto(Path page) throws IOException {
        var text = Files.readString(page);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no place for what was measured");
        }
        Files.writeString(page, text.substring(0, from) + markdown() + text.substring(to + END.length()));
    }
}
