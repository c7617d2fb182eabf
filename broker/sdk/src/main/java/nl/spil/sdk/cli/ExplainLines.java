package nl.spil.sdk.cli;

import tools.jackson.databind.JsonNode;

/** An explained decision in a terminal: per recipient and item what was ruled, why, and what would be ruled now. */
final class ExplainLines {
    private final Terminal terminal;
    private final JsonNode explained;

    ExplainLines(Terminal terminal, JsonNode explained) {
        this.terminal = terminal;
        this.explained = explained;
    }

    void print() {
        terminal.line(terminal.text(
                "explain.title",
                text(explained, "entry"),
                known("explain.type.", text(explained, "type")),
                text(explained, "time"),
                text(explained.path("decidedBy"), "revision"),
                text(explained.path("inUse"), "revision")));
        var question = explained.path("question");
        terminal.line(terminal.text(
                "explain.question",
                text(question.path("action"), "purpose"),
                text(question.at("/resource/provider"), "type"),
                text(question.at("/resource/case"), "stage")));
        if (!explained.path("answeredNow").asBoolean(false)) {
            terminal.line(terminal.text("explain.noAnswerNow"));
        }
        explained.path("recipients").forEach(this::recipient);
    }

    private void recipient(JsonNode recipient) {
        var type = text(recipient, "type");
        terminal.line("");
        terminal.line(terminal.text(
                "explain.recipient",
                type.isEmpty() ? "?" : type,
                text(recipient, "recipient"),
                text(recipient, "entry")));
        recipient.path("items").forEach(this::item);
        words(2, "explain.duty", recipient.path("obligations"));
        words(2, "explain.gap", recipient.path("gaps"));
        if (recipient.has("obligationsNow")
                && !recipient.path("obligationsNow").equals(recipient.path("obligations"))) {
            terminal.line("  " + terminal.text("explain.dutiesNow"));
            words(4, "explain.duty", recipient.path("obligationsNow"));
        }
    }

    private void item(JsonNode item) {
        var then = item.path("then");
        terminal.line(
                "  " + terminal.text("explain.item", text(item, "category"), text(item, "answerType"), outcome(then)));
        ruling(4, then);
        if (item.has("now") && !item.path("now").equals(then)) {
            terminal.line("    " + terminal.text("explain.now", outcome(item.path("now"))));
            ruling(6, item.path("now"));
        }
    }

    private String outcome(JsonNode ruling) {
        return terminal.text("explain.outcome." + (ruling.has("outcome") ? text(ruling, "outcome") : "UNKNOWN"));
    }

    private void ruling(int indent, JsonNode ruling) {
        words(indent, "explain.basis", ruling.path("bases"));
        words(indent, "explain.reason", ruling.path("reasons"));
        words(indent, "explain.help", ruling.path("wouldHelp"));
    }

    private void words(int indent, String key, JsonNode rules) {
        rules.forEach(rule -> {
            terminal.line(" ".repeat(indent)
                    + terminal.text(key, text(rule, "title"), text(rule, "sentence"), text(rule, "code")));
            if (rule.has("article")) {
                terminal.line(" ".repeat(indent + 2) + text(rule, "rule") + "  " + text(rule, "article"));
            }
        });
    }

    private String known(String prefix, String code) {
        return terminal.knows(prefix + code) ? terminal.text(prefix + code) : code;
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }
}
