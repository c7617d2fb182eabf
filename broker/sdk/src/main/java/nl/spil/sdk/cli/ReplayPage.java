package nl.spil.sdk.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A report of a replay as one page that stands by itself: no script, nothing from elsewhere, tables that can be heard. */
final class ReplayPage {
    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:2rem auto;max-width:75rem;padding:0 1rem}
            h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
            table{border-collapse:collapse;min-width:50%;margin:.5rem 0}
            caption{text-align:left;font-weight:600;padding:.25rem 0}
            th,td{border-bottom:1px solid #767676;padding:.35rem .6rem;text-align:left;vertical-align:top}
            td.n,th.n{text-align:right;white-space:nowrap}
            .more{color:#0b5a2b;font-weight:600}.less{color:#9b1c1c;font-weight:600}
            .scroll{overflow-x:auto}.scroll:focus{outline:3px solid #1d4ed8}
            code{overflow-wrap:anywhere}footer{margin-top:2rem;border-top:1px solid #767676;padding-top:.5rem}
            """;

    private final Terminal terminal;
    private final ReplayReport report;
    private final StringBuilder html = new StringBuilder();

    ReplayPage(Terminal terminal, ReplayReport report) {
        this.terminal = terminal;
        this.report = report;
    }

    String html() {
        var title = text("replay.title", report.revision("candidate"), report.revision("inUse"));
        var language = report.language().getLanguage().equals("en") ? "en" : "nl";
        html.append("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n".formatted(language))
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n".formatted(title, STYLE))
                .append("<h1>%s</h1>\n<p>%s</p>\n".formatted(title, text("replay.page.about")));
        totals();
        changes();
        notCompared();
        summary();
        revisions();
        return html.append("</main>\n<footer>%s</footer>\n</body>\n</html>\n".formatted(text("replay.page.footer")))
                .toString();
    }

    private void totals() {
        html.append("<p><strong>%s</strong></p>\n"
                .formatted(text(
                        "replay.totals",
                        Long.toString(report.count("judgments")),
                        Long.toString(report.count("newlyPermitted")),
                        Long.toString(report.count("newlyRefused")))));
    }

    private void summary() {
        html.append("<h2>%s</h2>\n<table>\n<caption>%s</caption>\n<tbody>\n"
                .formatted(text("replay.page.summary"), text("replay.page.unit")));
        for (var name :
                List.of("questions", "compared", "judgedAgain", "unanswerable", "incomparable", "gone", "judgments")) {
            total(name, "");
        }
        for (var effect : ReplayReport.EFFECTS) {
            total(effect, mark(effect));
        }
        html.append("</tbody>\n</table>\n");
    }

    private void total(String name, String mark) {
        html.append("<tr><th scope=\"row\">%s</th><td class=\"n %s\">%d</td></tr>\n"
                .formatted(text("replay.count." + name), mark, report.count(name)));
    }

    private static String mark(String effect) {
        return switch (effect) {
            case "newlyPermitted" -> "more";
            case "newlyRefused" -> "less";
            default -> "";
        };
    }

    private void revisions() {
        html.append("<h2>%s</h2>\n<p>%s<br>%s</p>\n<table>\n<caption>%s</caption>\n<thead><tr>"
                .formatted(
                        text("replay.page.rules"),
                        rules("replay.page.candidate", "candidate"),
                        rules("replay.page.inUse", "inUse"),
                        text("replay.page.decidedBy")));
        heads("replay.page.revision", "replay.page.digest", "replay.count.questions");
        html.append("</tr></thead>\n<tbody>\n");
        report.decidedBy()
                .forEach(one -> html.append(
                        "<tr><th scope=\"row\">%d</th><td><code>%s</code></td><td class=\"n\">%d</td></tr>\n"
                                .formatted(
                                        one.path("revision").asLong(0),
                                        safe(one.path("digest").asString("")),
                                        one.path("questions").asLong(0))));
        html.append("</tbody>\n</table>\n");
    }

    private String rules(String key, String which) {
        return text(key, report.revision(which)) + " <code>" + safe(report.digest(which)) + "</code>";
    }

    private void heads(String... keys) {
        for (var key : keys) {
            html.append("<th scope=\"col\">").append(text(key)).append("</th>");
        }
    }

    private void changes() {
        html.append("<h2>%s</h2>\n".formatted(text("replay.page.changes")));
        if (report.lines().isEmpty()) {
            html.append("<p>%s</p>\n".formatted(text("replay.nothing")));
            return;
        }
        html.append(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table>\n<caption>%s</caption>\n<thead><tr>"
                        .formatted(text("replay.page.changes"), text("replay.page.perKind")));
        heads(
                "replay.column.purpose",
                "replay.column.provider",
                "replay.column.recipient",
                "replay.column.category",
                "replay.column.change",
                "replay.column.count",
                "replay.column.codes",
                "replay.column.examples");
        html.append("</tr></thead>\n");
        report.lines().forEach(this::rows);
        html.append("</table>\n</div>\n");
    }

    /** One body per kind, so that its name heads all rows of it. */
    private void rows(ReplayReport.Line line) {
        var effects = ReplayReport.EFFECTS.stream().filter(line::has).toList();
        html.append("<tbody>\n");
        for (var i = 0; i < effects.size(); i++) {
            html.append("<tr>");
            if (i == 0) {
                for (var cell : List.of(line.purpose(), line.provider(), line.recipient(), line.category())) {
                    html.append("<th scope=\"rowgroup\" rowspan=\"%d\">%s</th>".formatted(effects.size(), safe(cell)));
                }
            }
            effect(line, effects.get(i));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n");
    }

    private void effect(ReplayReport.Line line, String effect) {
        var entries = line.entries(effect).stream().map(String::valueOf).collect(Collectors.joining(", "));
        html.append("<td class=\"%s\">%s</td><td class=\"n\">%d</td><td>%s</td><td>%s (%s)</td>"
                .formatted(
                        mark(effect),
                        text("replay.count." + effect),
                        line.count(effect),
                        safe(report.words(line, effect)),
                        entries,
                        safe(line.answerTypes(effect))));
    }

    private void notCompared() {
        for (var which : List.of("unanswerable", "incomparable")) {
            if (report.count(which) > 0) {
                html.append("<h2>%s</h2>\n<p>%s</p>\n"
                        .formatted(
                                text("replay.count." + which),
                                text("replay." + which, Long.toString(report.count(which)), report.entries(which))));
            }
        }
    }

    private String text(String key, Object... values) {
        return safe(terminal.text(key, values));
    }

    /** Codes come from an archive that anyone may have made. */
    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
