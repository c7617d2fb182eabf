package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;
import nl.spil.protocol.Base64Url;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an attacker does with a message: take it apart, change it, put it together again, sign it with some key. */
final class Tampering {
    private static final JsonMapper LENIENT = JsonMapper.builder().build();

    private final ObjectNode envelope;

    private Tampering(byte[] bytes) {
        envelope = (ObjectNode) LENIENT.readTree(bytes);
    }

    static Tampering with(byte[] bytes) {
        return new Tampering(bytes);
    }

    byte[] bytes() {
        return envelope.toString().getBytes(UTF_8);
    }

    Tampering top(Consumer<ObjectNode> change) {
        change.accept(envelope);
        return this;
    }

    Tampering header(Consumer<ObjectNode> change) {
        change.accept(header());
        return this;
    }

    ObjectNode header() {
        return (ObjectNode) envelope.required("header");
    }

    ArrayNode list(String name) {
        return (ArrayNode) header().required(name);
    }

    ObjectNode keys() {
        return (ObjectNode) header().required("keys");
    }

    /** Exchanges two texts that stand second in their pairs. */
    Tampering swap(String list, int one, int other) {
        var first = (ArrayNode) list(list).required(one);
        var second = (ArrayNode) list(list).required(other);
        var kept = first.required(1);
        first.set(1, second.required(1));
        second.set(1, kept);
        return this;
    }

    Tampering reverse(String list) {
        var elements = list(list);
        var copy = elements.deepCopy();
        elements.removeAll();
        for (var i = copy.size() - 1; i >= 0; i--) {
            elements.add(copy.required(i));
        }
        return this;
    }

    Tampering drop(int index, String... lists) {
        for (var list : lists) {
            list(list).remove(index);
        }
        return this;
    }

    Tampering append(Tampering other, int index, String... lists) {
        for (var list : lists) {
            list(list).add(other.list(list).required(index));
        }
        return this;
    }

    /** Puts the lists back into the order the profile asks for, as a careful attacker would. */
    Tampering sort() {
        var order = new java.util.TreeMap<String, Integer>();
        for (var i = 0; i < list("edis").size(); i++) {
            order.put(list("edis").required(i).required(0).stringValue(), i);
        }
        for (var name : new String[] {"disclosures", "edis", "shares"}) {
            var copy = list(name).deepCopy();
            list(name).removeAll();
            order.values().forEach(i -> list(name).add(copy.required(i)));
        }
        return this;
    }

    Tampering payload(Consumer<ObjectNode> change) {
        return rewrite("payload", change);
    }

    Tampering protectedHeader(Consumer<ObjectNode> change) {
        return rewrite("protected", change);
    }

    private Tampering rewrite(String part, Consumer<ObjectNode> change) {
        var read = (ObjectNode) LENIENT.readTree(Base64Url.decode(text(part)));
        change.accept(read);
        return replace(part, read.toString());
    }

    Tampering replace(String part, String json) {
        envelope.put(part, Base64Url.encode(json));
        return this;
    }

    String decoded(String part) {
        return new String(Base64Url.decode(text(part)), UTF_8);
    }

    Tampering label(int index, Consumer<ObjectNode> change) {
        var disclosure = (ArrayNode) LENIENT.readTree(
                Base64Url.decode(list("disclosures").required(index).stringValue()));
        change.accept((ObjectNode) disclosure.required(1));
        list("disclosures").set(index, Base64Url.encode(disclosure.toString()));
        return this;
    }

    /** Makes the signature fit again, for attackers who have a key. */
    Tampering sign(SigningKey key) {
        var signed = text("protected") + '.' + text("payload");
        envelope.put("signature", Base64Url.encode(key.sign(signed.getBytes(US_ASCII))));
        return this;
    }

    private String text(String name) {
        return envelope.required(name).stringValue();
    }

    static JsonNode read(String json) {
        return LENIENT.readTree(json);
    }
}
