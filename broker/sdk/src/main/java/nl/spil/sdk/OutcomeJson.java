package nl.spil.sdk;

import java.util.List;
import java.util.Optional;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Receipt;
import nl.spil.sdk.Outcome.Duty;
import nl.spil.sdk.Outcome.Extent;
import nl.spil.sdk.Outcome.ForRecipient;
import nl.spil.sdk.Outcome.Ground;
import nl.spil.sdk.Outcome.Reason;
import nl.spil.sdk.Outcome.RefusedItem;
import tools.jackson.databind.JsonNode;

/** Reads an {@link Outcome} as the broker writes it. */
final class OutcomeJson {
    private OutcomeJson() {}

    static Outcome read(JsonNode tree) {
        return new Outcome(
                optional(tree, "exchange"),
                new CaseId(text(tree, "case")),
                receipt(tree),
                tree.path("recipients")
                        .valueStream()
                        .map(OutcomeJson::recipient)
                        .toList());
    }

    static Optional<Receipt> receipt(JsonNode tree) {
        var receipt = tree.path("receipt");
        return receipt.isObject()
                ? Optional.of(
                        new Receipt(receipt.path("index").asLong(-1), text(receipt, "leaf"), text(receipt, "proof")))
                : Optional.empty();
    }

    private static ForRecipient recipient(JsonNode tree) {
        return new ForRecipient(
                new Oin(text(tree, "recipient")),
                Extent.valueOf(text(tree, "outcome")),
                optional(tree, "disclosure").map(DisclosureId::of),
                strings(tree, "permitted").stream().map(ContentDigest::new).toList(),
                tree.path("refused").valueStream().map(OutcomeJson::refused).toList(),
                tree.path("obligations").valueStream().map(OutcomeJson::duty).toList(),
                tree.path("bases").valueStream().map(OutcomeJson::ground).toList(),
                strings(tree, "gaps"),
                receipt(tree));
    }

    private static RefusedItem refused(JsonNode tree) {
        return new RefusedItem(
                text(tree, "item"),
                text(tree, "category"),
                text(tree, "answerType"),
                reasons(tree.path("reasons")),
                reasons(tree.path("wouldHelp")));
    }

    static List<Reason> reasons(JsonNode list) {
        return list.valueStream()
                .map(each -> new Reason(
                        text(each, "code"), text(each, "article"), text(each, "title"), text(each, "sentence")))
                .toList();
    }

    private static Duty duty(JsonNode tree) {
        return new Duty(text(tree, "code"), text(tree, "title"), strings(tree, "items"));
    }

    private static Ground ground(JsonNode tree) {
        return new Ground(text(tree, "item"), text(tree, "code"), text(tree, "article"));
    }

    private static List<String> strings(JsonNode tree, String member) {
        return tree.path(member).valueStream().map(JsonNode::asString).toList();
    }

    private static Optional<String> optional(JsonNode tree, String member) {
        return Optional.of(text(tree, member)).filter(value -> !value.isEmpty());
    }

    private static String text(JsonNode tree, String member) {
        return tree.path(member).asString("");
    }
}
