package nl.spil.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Oin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A question that was judged before, from the bytes that were kept as evidence: the very same can be asked again. */
public final class RecordedQuestion {
    private static final int LONGEST = 16 * 1024 * 1024;

    private final byte[] bytes;
    private final JsonNode json;
    private final Instant time;
    private final List<Item> items;
    private final List<Recipient> recipients;

    private RecordedQuestion(byte[] bytes, JsonNode json) {
        this.bytes = bytes;
        this.json = json;
        this.time = Instant.ofEpochSecond(json.at("/context/time").longValue());
        this.items = each(json.at("/resource/items"), Item::of);
        this.recipients = each(json.required("subjects"), Recipient::of);
    }

    /** One item that was asked about. */
    public record Item(ContentDigest id, String category, String answerType) {
        private static Item of(JsonNode item) {
            return new Item(
                    new ContentDigest(item.required("id").stringValue()),
                    item.required("category").stringValue(),
                    item.required("answerType").stringValue());
        }
    }

    /**
     * One recipient it was asked for.
     *
     * @param type empty when the directory did not know the partner
     */
    public record Recipient(Oin oin, String type) {
        private static Recipient of(JsonNode recipient) {
            return new Recipient(
                    new Oin(recipient.required("oin").stringValue()),
                    recipient.path("type").stringValue(""));
        }
    }

    /** Reads what was kept; throws {@link DecisionUnavailable} when it is no question. */
    public static RecordedQuestion read(byte[] kept) {
        try {
            return new RecordedQuestion(kept.clone(), Json.read(kept, LONGEST));
        } catch (MalformedJson | JacksonException | IllegalArgumentException e) {
            throw new DecisionUnavailable("what was kept is no question", e);
        }
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> read) {
        var values = new ArrayList<T>(list.size());
        list.forEach(value -> values.add(read.apply(value)));
        return List.copyOf(values);
    }

    public String action() {
        return json.at("/action/name").stringValue("");
    }

    public String purpose() {
        return json.at("/action/purpose").stringValue("");
    }

    /** Empty when the directory did not know the partner. */
    public String providerType() {
        return json.at("/resource/provider/type").stringValue("");
    }

    public List<Item> items() {
        return items;
    }

    public List<Recipient> recipients() {
        return recipients;
    }

    public Instant time() {
        return time;
    }

    /** All of it, as the rules see it. */
    public JsonNode json() {
        return json.deepCopy();
    }

    /** Without a copy, for the engine, which only reads. */
    byte[] unsafe() {
        return bytes;
    }

    Expected expected() {
        return new Expected(
                time,
                recipients.stream().map(Recipient::oin).toList(),
                items.stream().map(Item::id).toList());
    }
}
