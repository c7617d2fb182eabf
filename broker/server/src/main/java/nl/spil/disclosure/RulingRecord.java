package nl.spil.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.spil.decision.Basis;
import nl.spil.decision.Obligation;
import nl.spil.decision.Reason;
import nl.spil.disclosure.RuledItem.Permitted;
import nl.spil.disclosure.RuledItem.Refused;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import tools.jackson.databind.JsonNode;

/** A ruling as it stands in the record of an entry, and back: what is told later is told from there. */
final class RulingRecord {
    private RulingRecord() {}

    static Map<String, Object> of(Ruling ruling) {
        var record = new LinkedHashMap<String, Object>();
        record.put("recipient", ruling.recipient().value());
        record.put("items", ruling.items().stream().map(RulingRecord::item).toList());
        record.put("gaps", ruling.gaps());
        record.put("obligations", obligations(ruling));
        return record;
    }

    private static Map<String, Object> item(RuledItem ruled) {
        var labels = ruled.item();
        var item = new LinkedHashMap<String, Object>();
        item.put("item", labels.id().value());
        item.put("category", labels.category().code());
        item.put("type", labels.answerType().name());
        item.put("subject", labels.subject().value());
        switch (ruled) {
            case Permitted(var _, var bases) ->
                item.put("bases", pairs(bases.stream().map(basis -> List.of(basis.code(), basis.article()))));
            case Refused(var _, var reasons, var wouldHelp) -> {
                item.put("reasons", pairs(reasons.stream().map(reason -> List.of(reason.code(), reason.article()))));
                item.put("help", wouldHelp);
            }
        }
        return item;
    }

    private static List<List<String>> pairs(Stream<List<String>> pairs) {
        return pairs.toList();
    }

    /** Obligations name their items by place, since a digest is long and stands above already. */
    private static List<Map<String, Object>> obligations(Ruling ruling) {
        var ids = ruling.items().stream().map(item -> item.item().id()).toList();
        return ruling.obligations().stream()
                .map(obligation -> Map.<String, Object>of(
                        "code",
                        obligation.code(),
                        "items",
                        obligation.items().stream().map(ids::indexOf).toList()))
                .toList();
    }

    /** What was recorded of one recipient's outcome. */
    static Outcome readOutcome(JsonNode record) {
        var ruling = read(record);
        return record.has("disclosure")
                ? new Outcome.Disclosure(DisclosureId.of(text(record, "disclosure")), ruling)
                : new Outcome.Refusal(ruling);
    }

    private static Ruling read(JsonNode record) {
        var items = each(record, "items").map(RulingRecord::readItem).toList();
        return new Ruling(
                new Oin(text(record, "recipient")),
                items,
                each(record, "obligations")
                        .map(one -> readObligation(one, items))
                        .toList(),
                each(record, "gaps").map(JsonNode::stringValue).toList());
    }

    private static RuledItem readItem(JsonNode item) {
        var labels = new AskedItem(
                new ContentDigest(text(item, "item")),
                new DataCategory(text(item, "category")),
                AnswerType.valueOf(text(item, "type")),
                new Pseudonym(text(item, "subject")));
        return item.has("bases")
                ? new Permitted(labels, readPairs(item, "bases", Basis::new))
                : new Refused(
                        labels,
                        readPairs(item, "reasons", Reason::new),
                        each(item, "help").map(JsonNode::stringValue).toList());
    }

    private static <T> List<T> readPairs(JsonNode item, String name, BiFunction<String, String, T> made) {
        return each(item, name)
                .map(pair -> made.apply(
                        pair.required(0).stringValue(), pair.required(1).stringValue()))
                .toList();
    }

    private static Obligation readObligation(JsonNode obligation, List<RuledItem> items) {
        var ids = new TreeSet<ContentDigest>();
        each(obligation, "items")
                .forEach(place -> ids.add(items.get(place.intValue()).item().id()));
        return new Obligation(text(obligation, "code"), ids);
    }

    private static String text(JsonNode object, String name) {
        return object.required(name).stringValue();
    }

    private static Stream<JsonNode> each(JsonNode object, String name) {
        var nodes = new ArrayList<JsonNode>();
        object.required(name).forEach(nodes::add);
        return nodes.stream();
    }
}
