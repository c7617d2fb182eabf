package nl.spil.author;

import nl.spil.sdk.cli.Terminal;

/** Tells a person what the tests found: first what holds, then each thing that does not, with the question. */
final class VerdictText {
    private final Terminal terminal;
    private final Words words;

    VerdictText(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    void show(Verdict verdict) {
        terminal.line(words.text("test.revision", Long.toString(verdict.revision())));
        line(
                verdict.stories().failed().isEmpty(),
                "test.stories.result",
                verdict.stories().count(),
                verdict.stories().failed().size());
        line(
                verdict.missing().failed().isEmpty(),
                "test.missing.result",
                verdict.missing().asked(),
                verdict.missing().failed().size());
        invariants(verdict.invariants());
        verdict.opa()
                .ifPresentOrElse(
                        objections -> line(objections.isEmpty(), "test.opa.result", objections.size()),
                        () -> terminal.line("  !!  " + words.text("test.opa.absent")));
        verdict.stories().failed().forEach(this::story);
        verdict.missing().failed().forEach(example -> example(words.text("test.missing.example"), example));
        verdict.invariants().broken().forEach(this::broken);
        verdict.opa().ifPresent(objections -> objections.forEach(terminal::line));
        terminal.line("");
        terminal.line(words.text(verdict.passed() ? "test.passed" : "test.failed"));
    }

    private void invariants(Invariants.Result result) {
        line(
                result.broken().isEmpty(),
                "test.invariants.result",
                result.findings().size(),
                result.broken().size());
        terminal.line("      "
                + words.text(
                        result.whole() ? "test.invariants.whole" : "test.invariants.sample",
                        result.asked(),
                        Math.round(result.asked() / result.seconds())));
    }

    private void line(boolean well, String key, Object... values) {
        terminal.line((well ? "  ok  " : "  !!  ") + words.text(key, values));
    }

    private void story(Trial.FailedStory failed) {
        terminal.line("");
        terminal.line(words.text("test.story", failed.story().title()));
        terminal.line("  cases/" + failed.story().file() + ".yaml");
        failed.differences()
                .forEach(difference -> terminal.line("  "
                        + words.text(
                                "test.difference",
                                difference.recipient(),
                                difference.member(),
                                difference.expected(),
                                difference.found())));
    }

    private void broken(Finding finding) {
        terminal.line("");
        terminal.line(words.text("test.invariant", finding.invariant().title(words.dutch())));
        terminal.line("  invariants/" + finding.invariant().name() + ".yaml  "
                + String.join(" ", finding.invariant().law()));
        if (finding.asked() == 0) {
            terminal.line("  " + words.text("test.invariant.empty"));
            return;
        }
        terminal.line("  " + words.text("test.invariant.broken", finding.broken(), finding.asked()));
        finding.example().ifPresent(example -> example(finding.invariant().english(), example));
    }

    /** As a story that can be kept. */
    private void example(String title, Counterexample example) {
        terminal.line("  " + words.text("test.example"));
        terminal.line("");
        StoryText.of(title, example).lines().forEach(line -> terminal.line("    " + line));
    }
}
