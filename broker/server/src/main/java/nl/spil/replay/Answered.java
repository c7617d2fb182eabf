package nl.spil.replay;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.spil.decision.Answer;
import nl.spil.decision.Basis;
import nl.spil.decision.Reason;
import nl.spil.protocol.ContentDigest;
import tools.jackson.databind.JsonNode;

/**
 * What rules said for one recipient, as far as two answers are compared.
 *
 * @param duties per obligation the items that it is about
 */
record Answered(Map<ContentDigest, Ruled> items, Map<String, Set<ContentDigest>> duties) {
    Answered {
        items = Map.copyOf(items);
        duties = Map.copyOf(duties);
    }

    static Answered of(Answer answer) {
        var items = new TreeMap<ContentDigest, Ruled>();
        answer.bases()
                .forEach((id, bases) -> items.put(
                        id, Ruled.Permitted.on(bases.stream().map(Basis::code).toList())));
        answer.refused()
                .forEach((id, reasons) -> items.put(
                        id,
                        Ruled.Refused.because(reasons.stream().map(Reason::code).toList())));
        var duties = new TreeMap<String, Set<ContentDigest>>();
        answer.obligations().forEach(duty -> duties.put(duty.code(), Set.copyOf(duty.items())));
        return new Answered(items, duties);
    }

    /** What stands in the record of an entry; obligations name their items by place there. */
    static Answered of(JsonNode record) {
        var items = new TreeMap<ContentDigest, Ruled>();
        record.required("items").forEach(item -> items.put(id(item), ruled(item)));
        var duties = new TreeMap<String, Set<ContentDigest>>();
        record.required("obligations").forEach(duty -> {
            var ids = new TreeSet<ContentDigest>();
            duty.required("items")
                    .forEach(place -> ids.add(id(record.required("items").required(place.intValue()))));
            duties.put(duty.required("code").stringValue(), ids);
        });
        return new Answered(items, duties);
    }

    private static ContentDigest id(JsonNode item) {
        return new ContentDigest(item.required("item").stringValue());
    }

    private static Ruled ruled(JsonNode item) {
        return item.has("bases")
                ? codes(item.required("bases"), Ruled.Permitted::on)
                : codes(item.required("reasons"), Ruled.Refused::because);
    }

    private static Ruled codes(JsonNode pairs, Function<java.util.List<String>, Ruled> made) {
        return made.apply(
                pairs.valueStream().map(pair -> pair.required(0).stringValue()).toList());
    }
}
