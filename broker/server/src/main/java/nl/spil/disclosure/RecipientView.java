package nl.spil.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedSet;
import nl.spil.decision.Obligation;
import nl.spil.decision.Reason;
import nl.spil.disclosure.Outcome.Disclosure;
import nl.spil.disclosure.Outcome.Refusal;
import nl.spil.disclosure.RuledItem.Permitted;
import nl.spil.disclosure.RuledItem.Refused;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.proof.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A ruling in plain words for whoever asked; codes and articles are the same in every language.
 *
 * @param disclosure absent when nothing goes
 * @param receipt absent when nothing was recorded for this recipient alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecipientView(
        String recipient,
        String outcome,
        @Nullable String disclosure,
        List<String> permitted,
        List<RefusedItem> refused,
        List<Duty> obligations,
        List<Ground> bases,
        List<String> gaps,
        @Nullable Receipt receipt) {

    record RefusedItem(String item, String category, String answerType, List<Why> reasons, List<Help> wouldHelp) {}

    record Why(String code, String article, String title, String sentence) {}

    record Help(String code, String sentence) {}

    record Duty(String code, String title, List<String> items) {}

    record Ground(String item, String code, String article) {}

    static RecipientView of(Told told, Words words) {
        return switch (told.outcome()) {
            case Disclosure(var id, var ruling) -> of(ruling, id.toString(), told.receipt(), words);
            case Refusal(var ruling) -> of(ruling, null, told.receipt(), words);
        };
    }

    static RecipientView of(Ruling ruling, @Nullable String disclosure, @Nullable Receipt receipt, Words words) {
        return new RecipientView(
                ruling.recipient().value(),
                outcome(ruling),
                disclosure,
                ids(ruling.permittedIds()),
                refused(ruling, words),
                ruling.obligations().stream().map(one -> duty(one, words)).toList(),
                ruling.permitted().stream().flatMap(RecipientView::grounds).toList(),
                ruling.gaps(),
                receipt);
    }

    private static String outcome(Ruling ruling) {
        if (ruling.permitted().isEmpty()) {
            return "REFUSED";
        }
        return ruling.refused().isEmpty() ? "DISCLOSED" : "PARTLY";
    }

    /** What was refused and why; also the whole answer where nothing was permitted. */
    static List<RefusedItem> refused(Ruling ruling, Words words) {
        return ruling.refused().stream().map(item -> refused(item, words)).toList();
    }

    private static RefusedItem refused(Refused refused, Words words) {
        return new RefusedItem(
                refused.item().id().value(),
                refused.item().category().code(),
                refused.item().answerType().name(),
                refused.reasons().stream().map(reason -> why(reason, words)).toList(),
                refused.wouldHelp().stream()
                        .map(code -> new Help(code, words.of(code).sentence()))
                        .toList());
    }

    private static Why why(Reason reason, Words words) {
        var text = words.of(reason.code());
        return new Why(reason.code(), reason.article(), text.title(), text.sentence());
    }

    private static Duty duty(Obligation obligation, Words words) {
        return new Duty(obligation.code(), words.of(obligation.code()).title(), ids(obligation.items()));
    }

    private static java.util.stream.Stream<Ground> grounds(Permitted permitted) {
        return permitted.bases().stream()
                .map(basis -> new Ground(permitted.item().id().value(), basis.code(), basis.article()));
    }

    private static List<String> ids(SortedSet<ContentDigest> items) {
        return items.stream().map(ContentDigest::value).toList();
    }
}
