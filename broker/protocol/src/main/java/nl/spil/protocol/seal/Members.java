package nl.spil.protocol.seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.spil.protocol.Base64Url;
import tools.jackson.databind.JsonNode;

/** Reads the members of one JSON object by name and kind; what is missing, unknown or ill-formed becomes a finding. */
final class Members {
    private final JsonNode object;
    private final String pointer;
    private final Findings findings;

    /** Unknown members are found here and now: what nobody reads may not travel. */
    Members(JsonNode object, String pointer, Findings findings, Set<String> known) {
        this.object = object;
        this.pointer = pointer;
        this.findings = findings;
        if (!object.isObject()) {
            findings.add(Flaw.MEMBER_ILL_FORMED, pointer);
        } else if (!known.containsAll(object.propertyNames())) {
            findings.add(Flaw.MEMBER_UNKNOWN, pointer);
        }
    }

    /** The text of an element of an array, or of anything else that has no name of its own. */
    static String string(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("this is no text");
        }
        return node.stringValue();
    }

    boolean has(String name) {
        return object.has(name);
    }

    String pointer(String name) {
        return pointer + "/" + name;
    }

    Member<String> text(String name) {
        return text(name, Function.identity());
    }

    <T> Member<T> text(String name, Function<String, T> reading) {
        return required(name, JsonNode::isString, node -> reading.apply(node.stringValue()));
    }

    <T> Optional<T> optionalText(String name, Function<String, T> reading) {
        return has(name) ? text(name, reading).optional() : Optional.empty();
    }

    Member<String> base64Url(String name, int bytes) {
        return text(name, text -> {
            if (Base64Url.decode(text).length != bytes) {
                throw new IllegalArgumentException("another length");
            }
            return text;
        });
    }

    Member<Boolean> flag(String name) {
        return required(name, JsonNode::isBoolean, JsonNode::booleanValue);
    }

    Member<Long> integer(String name, long least, long most) {
        return required(
                name,
                node -> node.isIntegralNumber() && node.longValue() >= least && node.longValue() <= most,
                JsonNode::longValue);
    }

    /** Moments travel as whole seconds since 1970. */
    Member<Instant> moment(String name) {
        return required(name, JsonNode::isIntegralNumber, node -> {
            if (node.longValue() < 0) {
                throw new IllegalArgumentException("before 1970");
            }
            return Instant.ofEpochSecond(node.longValue());
        });
    }

    Member<JsonNode> array(String name) {
        return array(name, Function.identity());
    }

    <T> Member<T> array(String name, Function<JsonNode, T> reading) {
        return required(name, JsonNode::isArray, reading);
    }

    Member<JsonNode> object(String name) {
        return required(name, JsonNode::isObject, Function.identity());
    }

    private <T> Member<T> required(String name, Predicate<JsonNode> kind, Function<JsonNode, T> reading) {
        if (!object.isObject()) {
            return Member.refused();
        }
        var node = object.get(name);
        if (node == null) {
            findings.add(Flaw.MEMBER_MISSING, pointer(name));
            return Member.refused();
        }
        try {
            if (kind.test(node)) {
                return new Member<>(reading.apply(node));
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // The finding below is the same for every kind of ill-formed member.
        }
        findings.add(Flaw.MEMBER_ILL_FORMED, pointer(name));
        return Member.refused();
    }
}
