package nl.spil.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes something wrong out of something right, or out of nothing; the same every time for the same random numbers. */
final class Mutations {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> NASTY = List.of(
            "null",
            "-0",
            "1e999",
            "0.1",
            "9223372036854775808",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"none\"",
            "[]",
            "{}",
            "true",
            "\"urn:oin:00000000000000000000\"",
            "\"" + "A".repeat(5000) + "\"",
            "[[[[[[[[[[[[]]]]]]]]]]]]");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    byte[] of(byte[] valid) {
        return switch (random.nextInt(9)) {
            case 0 -> flipped(valid);
            case 1 -> Arrays.copyOf(valid, random.nextInt(valid.length));
            case 2 -> spliced(valid);
            case 3 -> duplicatedMember(valid);
            case 4 -> inTree(valid);
            case 5 -> inTree(inTree(valid));
            case 6 -> inPart(valid, "payload");
            case 7 -> inPart(valid, "protected");
            default -> nested(valid);
        };
    }

    private byte[] flipped(byte[] valid) {
        var copy = valid.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] spliced(byte[] valid) {
        int from = random.nextInt(valid.length);
        int to = from + random.nextInt(Math.min(200, valid.length - from) + 1);
        var out = new ByteArrayOutputStream();
        out.write(valid, 0, from);
        if (random.nextBoolean()) {
            out.write(valid, from, to - from);
            out.write(valid, from, to - from);
        }
        out.write(valid, to, valid.length - to);
        return out.toByteArray();
    }

    private byte[] duplicatedMember(byte[] valid) {
        var text = new String(valid, StandardCharsets.UTF_8);
        var name = List.of("payload", "protected", "signature", "header").get(random.nextInt(4));
        return bytes("{\"" + name + "\":" + nasty() + "," + text.substring(1));
    }

    private byte[] nested(byte[] valid) {
        int depth = 1 + random.nextInt(3000);
        return bytes("[".repeat(depth) + new String(valid, StandardCharsets.UTF_8) + "]".repeat(depth));
    }

    /** Takes away, swaps, doubles or replaces one value somewhere in the tree. */
    private byte[] inTree(byte[] valid) {
        JsonNode tree;
        try {
            tree = JSON.readTree(valid);
        } catch (tools.jackson.core.JacksonException notJson) {
            return flipped(valid);
        }
        mutate(tree, 6);
        return JSON.writeValueAsBytes(tree);
    }

    private void mutate(JsonNode node, int depth) {
        switch (node) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var names = List.copyOf(object.propertyNames());
                var name = names.get(random.nextInt(names.size()));
                if (depth > 0 && object.get(name).isContainer() && random.nextInt(4) > 0) {
                    mutate(object.get(name), depth - 1);
                } else {
                    switch (random.nextInt(3)) {
                        case 0 -> object.remove(name);
                        case 1 -> object.set(name, nastyNode());
                        default -> object.set(name + "x", object.get(name));
                    }
                }
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                int at = random.nextInt(array.size());
                if (depth > 0 && array.get(at).isContainer() && random.nextInt(4) > 0) {
                    mutate(array.get(at), depth - 1);
                } else {
                    switch (random.nextInt(4)) {
                        case 0 -> array.remove(at);
                        case 1 -> array.set(at, nastyNode());
                        case 2 -> array.add(array.get(at));
                        default -> {
                            var first = array.get(0);
                            array.set(0, array.get(at));
                            array.set(at, first);
                        }
                    }
                }
            }
            default -> {
                // A leaf cannot be changed in place; its parent is changed often enough.
            }
        }
    }

    /** Goes inside a part that is base64url itself, so that more than its decoding is tried. */
    private byte[] inPart(byte[] valid, String part) {
        var tree = (ObjectNode) JSON.readTree(valid);
        var inside = Base64.getUrlDecoder().decode(tree.path(part).asString());
        tree.put(part, Base64.getUrlEncoder().withoutPadding().encodeToString(inTree(inside)));
        return JSON.writeValueAsBytes(tree);
    }

    private JsonNode nastyNode() {
        for (var nasty = nasty(); ; nasty = nasty()) {
            try {
                return JSON.readTree(nasty);
            } catch (tools.jackson.core.JacksonException notForATree) {
                // Only whole documents can be that nasty; another is drawn.
            }
        }
    }

    private String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    /** A document of which nothing is right, though it looks like many that are. */
    byte[] json() {
        if (random.nextInt(20) == 0) {
            var noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            return noise;
        }
        return bytes(value(4));
    }

    private String value(int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 5);
        if (kind < 2) {
            return nasty();
        }
        var text = new StringBuilder(kind == 2 ? "[" : "{");
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ",");
            if (kind != 2) {
                text.append('"').append(NAMES.get(random.nextInt(NAMES.size()))).append("\":");
            }
            text.append(value(depth - 1));
        }
        return text.append(kind == 2 ? "]" : "}").toString();
    }

    private static final List<String> NAMES = List.of(
            "id",
            "case",
            "purpose",
            "goal",
            "type",
            "subjects",
            "pseudonym",
            "ageBand",
            "role",
            "recipients",
            "items",
            "category",
            "answerType",
            "subject",
            "necessity",
            "collection",
            "kind",
            "explicit",
            "givenAt",
            "method",
            "payload",
            "protected",
            "signature",
            "header",
            "action",
            "resource",
            "context",
            "evaluations",
            "");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
