package nl.spil.e2e.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.spil.sdk.Outcome;
import tools.jackson.databind.JsonNode;

/** What the rules made of an exchange, for every recipient: what it may have, what not, and why. */
final class OutcomePage {
    private final Screen screen;
    private final Words words;
    private final Cast cast;

    OutcomePage(Screen screen, Words words, Cast cast) {
        this.screen = screen;
        this.words = words;
        this.cast = cast;
    }

    void show(Outcome outcome, List<Piece> pieces) {
        outcome.recipients().forEach(recipient -> show(recipient, pieces));
    }

    private void show(Outcome.ForRecipient recipient, List<Piece> pieces) {
        screen.name(cast.nameOf(recipient.recipient()));
        var refused = Results.refusedKinds(recipient);
        var permitted = pieces.stream()
                .filter(piece -> !refused.contains(piece.kind()))
                .map(piece -> kind(
                        piece.item().category().code(),
                        piece.item().answerType().name()))
                .distinct()
                .toList();
        if (!permitted.isEmpty()) {
            var grounds = recipient.grounds().stream()
                    .map(ground -> words.label("basis", ground.code()))
                    .distinct()
                    .toList();
            screen.got(words.text("outcome.got", words.list(permitted), words.list(grounds)));
            recipient.obligations().forEach(duty -> screen.detail(words.text("outcome.duty", duty.title())));
        }
        var byReason = new LinkedHashMap<List<Outcome.Reason>, List<Outcome.RefusedItem>>();
        recipient
                .refused()
                .forEach(item -> byReason.computeIfAbsent(item.reasons(), _ -> new ArrayList<>())
                        .add(item));
        byReason.forEach(this::showRefused);
        recipient.gaps().forEach(screen::detail);
    }

    private void showRefused(List<Outcome.Reason> reasons, List<Outcome.RefusedItem> items) {
        screen.withheld(words.list(items.stream()
                .map(item -> kind(item.category(), item.answerType()))
                .distinct()
                .toList()));
        reasons.forEach(this::showReason);
        items.stream()
                .flatMap(item -> item.wouldHelp().stream())
                .distinct()
                .forEach(help -> screen.hint(words.text("outcome.help", help.sentence())));
    }

    private void showReason(Outcome.Reason reason) {
        screen.detail(reason.sentence());
        screen.detail(words.text("outcome.article", reason.code(), reason.article()));
    }

    /** Reasons as they stand in the answer to a collection that is refused. */
    void showReasons(JsonNode problem) {
        var reasons = new ArrayList<Outcome.Reason>();
        collect(problem, reasons);
        reasons.stream().distinct().forEach(this::showReason);
    }

    private static void collect(JsonNode node, List<Outcome.Reason> reasons) {
        node.path("reasons")
                .valueStream()
                .forEach(reason -> reasons.add(new Outcome.Reason(
                        reason.path("code").asString(""),
                        reason.path("article").asString(""),
                        reason.path("title").asString(""),
                        reason.path("sentence").asString(""))));
        node.path("refused").valueStream().forEach(item -> collect(item, reasons));
        node.path("recipients").valueStream().forEach(recipient -> collect(recipient, reasons));
    }

    String kind(String category, String answerType) {
        return words.label("category", category) + " (" + words.label("answer", answerType) + ")";
    }
}
