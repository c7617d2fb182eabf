package nl.spil.sdk.cli;

import tools.jackson.databind.JsonNode;

/** Shows proposals and rules in use to a person. */
final class ProposalLines {
    private final Terminal terminal;

    ProposalLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One proposal: where it stands, who did what, what is missing. */
    void show(JsonNode proposal) {
        terminal.result(proposal, () -> lines(proposal));
    }

    private void lines(JsonNode proposal) {
        line("policy.proposal", number(proposal), state(proposal), text(proposal, "digest"));
        below("policy.author", person(proposal.path("author")), text(proposal, "proposedAt"));
        if (proposal.has("again")) {
            below("policy.again", text(proposal, "again"));
        }
        var tests = proposal.path("tests");
        if (tests.isObject()) {
            below("policy.tests", text(tests, "passed"), text(tests, "invariants"));
        }
        proposal.path("replays").forEach(replay -> below("policy.replay", text(replay, "at"), text(replay, "digest")));
        proposal.path("steps").forEach(this::step);
        proposal.path("missing")
                .forEach(missing -> below("policy.missing", text(missing, "sentence"), text(missing, "code")));
    }

    private void step(JsonNode step) {
        var key = "policy.step." + text(step, "kind") + (step.has("verdict") ? "." + text(step, "verdict") : "");
        below(key, person(step.path("by")), text(step, "at"), text(step, "moment"));
        if (step.has("remarks")) {
            terminal.line("    " + text(step, "remarks"));
        }
    }

    void overview(JsonNode status, JsonNode proposals) {
        line("policy.inUse", number(status.path("inUse")), text(status, "since"), text(status.path("inUse"), "digest"));
        if (status.has("waiting")) {
            line("policy.waiting", number(status.path("waiting")));
        }
        status.path("nodes")
                .forEach(node -> below("policy.node", text(node, "node"), number(node), text(node, "seenAt")));
        refused(status.path("lastRefused"));
        source(status.path("source"));
        proposals
                .path("items")
                .forEach(item -> below("policy.line", number(item), state(item), text(item, "proposedAt")));
    }

    private void refused(JsonNode refused) {
        if (refused.isObject()) {
            line(
                    "policy.lastRefused",
                    refused.has("revision") ? number(refused) : "?",
                    text(refused, "at"),
                    terminal.text("policy.refused." + text(refused, "reason")));
        }
    }

    private void source(JsonNode source) {
        if (source.isObject()) {
            line("policy.source", text(source, "location"), text(source, "lookedAt"), text(source, "failure"));
        }
    }

    private void line(String key, Object... values) {
        terminal.line(terminal.text(key, values));
    }

    private void below(String key, Object... values) {
        terminal.line("  " + terminal.text(key, values));
    }

    private String state(JsonNode proposal) {
        return terminal.text("policy.state." + text(proposal, "state"));
    }

    private static String person(JsonNode person) {
        return text(person, "employee") + " (" + text(person, "partner") + ")";
    }

    private static String number(JsonNode of) {
        return text(of, "revision");
    }

    private static String text(JsonNode of, String member) {
        return of.path(member).asString("");
    }
}
