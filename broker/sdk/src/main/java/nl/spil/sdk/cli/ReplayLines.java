package nl.spil.sdk.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A report of a replay in a terminal. */
final class ReplayLines {
    private static final String ROW = "%8s %8s  %-24s %-30s %-30s %s";

    private final Terminal terminal;
    private final ReplayReport report;

    ReplayLines(Terminal terminal, ReplayReport report) {
        this.terminal = terminal;
        this.report = report;
    }

    void print() {
        terminal.line(terminal.text("replay.title", report.revision("candidate"), report.revision("inUse")));
        terminal.line(text("replay.compared", "compared", "questions"));
        notCompared();
        report.decidedBy()
                .forEach(one -> terminal.line("  "
                        + terminal.text(
                                "replay.decidedBy",
                                Long.toString(one.path("revision").asLong(0)),
                                Long.toString(one.path("questions").asLong(0)))));
        if (report.lines().isEmpty()) {
            terminal.line(terminal.text("replay.nothing"));
            return;
        }
        terminal.line(text("replay.totals", "judgments", "newlyPermitted", "newlyRefused"));
        table();
    }

    private void notCompared() {
        for (var which : List.of("unanswerable", "incomparable")) {
            if (report.count(which) > 0) {
                terminal.line("  "
                        + terminal.text("replay." + which, Long.toString(report.count(which)), report.entries(which)));
            }
        }
        for (var which : List.of("judgedAgain", "gone")) {
            if (report.count(which) > 0) {
                terminal.line("  " + text("replay." + which, which));
            }
        }
    }

    private void table() {
        terminal.line("");
        terminal.line(ROW.formatted(
                terminal.text("replay.column.permitted"),
                terminal.text("replay.column.refused"),
                terminal.text("replay.column.purpose"),
                terminal.text("replay.column.provider"),
                terminal.text("replay.column.recipient"),
                terminal.text("replay.column.category")));
        report.lines().forEach(this::row);
    }

    private void row(ReplayReport.Line line) {
        terminal.line(ROW.formatted(
                        sign('+', line.count("newlyPermitted")),
                        sign('-', line.count("newlyRefused")),
                        line.purpose(),
                        line.provider(),
                        line.recipient(),
                        line.category())
                .stripTrailing());
        ReplayReport.EFFECTS.stream()
                .filter(line::has)
                .forEach(effect -> terminal.line(" ".repeat(19)
                        + terminal.text(
                                "replay.effect." + effect,
                                Long.toString(line.count(effect)),
                                report.words(line, effect),
                                line.entries(effect).stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String sign(char sign, long count) {
        return count == 0 ? "" : sign + Long.toString(count);
    }

    private String text(String key, String... counts) {
        return terminal.text(
                key,
                java.util.Arrays.stream(counts)
                        .map(name -> Long.toString(report.count(name)))
                        .toArray());
    }
}
