package nl.spil.sdk.cli;

import java.util.List;
import nl.spil.sdk.Outcome;
import nl.spil.sdk.Outcome.Extent;
import nl.spil.sdk.Outcome.ForRecipient;
import nl.spil.sdk.Outcome.Reason;

/** What became of a sending, in plain words: for every recipient what it gets, what not, why, and what would help. */
final class OutcomeLines {
    private final Terminal terminal;

    OutcomeLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Refused only when nobody gets anything: a part is an answer, not a failure. */
    static ExitCode code(List<Outcome> outcomes) {
        var nobody = outcomes.stream()
                .flatMap(outcome -> outcome.recipients().stream())
                .allMatch(recipient -> recipient.extent() == Extent.REFUSED);
        return nobody ? ExitCode.REFUSED : ExitCode.OK;
    }

    void show(Outcome outcome) {
        outcome.exchange().ifPresent(id -> terminal.line(terminal.text("outcome.exchange", id)));
        outcome.receipt()
                .ifPresent(receipt -> terminal.line(terminal.text("recorded", Long.toString(receipt.index()))));
        outcome.recipients().forEach(this::show);
    }

    private void show(ForRecipient part) {
        terminal.line("");
        terminal.line(terminal.text("outcome." + part.extent(), part.recipient()));
        if (!part.permitted().isEmpty()) {
            terminal.line("  "
                    + terminal.text(
                            "outcome.permitted",
                            Integer.toString(part.permitted().size())));
        }
        part.disclosure().ifPresent(id -> terminal.line("  " + terminal.text("outcome.disclosure", id)));
        for (var item : part.refused()) {
            terminal.line("  " + terminal.text("outcome.refused", item.category(), item.answerType()));
            item.reasons().forEach(reason -> terminal.line("    " + words(reason)));
            item.wouldHelp().forEach(help -> terminal.line("    " + terminal.text("outcome.help", words(help))));
        }
        part.obligations()
                .forEach(duty -> terminal.line("  " + terminal.text("outcome.duty", duty.title(), duty.code())));
        part.gaps().forEach(gap -> terminal.line("  " + terminal.text("outcome.gap", gap)));
        part.receipt()
                .ifPresent(receipt -> terminal.line("  " + terminal.text("recorded", Long.toString(receipt.index()))));
    }

    private static String words(Reason reason) {
        var sentence = reason.sentence().isEmpty() ? reason.title() : reason.sentence();
        return (sentence.isEmpty() ? reason.code() : sentence + " [" + reason.code() + "]")
                + (reason.article().isEmpty() ? "" : " " + reason.article());
    }
}
