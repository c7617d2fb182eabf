package nl.spil.e2e.demo;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The beginning of what was opened, on one line. */
final class Preview {
    private static final int WIDTH = 66;

    private Preview() {}

    static String of(JsonNode value, Words words) {
        if (value.isBoolean()) {
            var yes = words.language().getLanguage().equals("nl") ? "ja" : "yes";
            var no = words.language().getLanguage().equals("nl") ? "nee" : "no";
            return value.booleanValue() ? yes : no;
        }
        if (value.path("base64").isString()) {
            var size = Base64.getDecoder().decode(value.path("base64").stringValue()).length;
            return value.path("name").asString("") + ", " + bytes(size);
        }
        var leaves = new ArrayList<String>();
        leaves(value, leaves);
        return "“" + cut(String.join(" · ", leaves)) + "”";
    }

    private static void leaves(JsonNode node, List<String> found) {
        if (node.isContainer()) {
            node.valueStream().forEach(child -> leaves(child, found));
        } else {
            found.add(node.asString(""));
        }
    }

    private static String cut(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1).strip() + "…";
    }

    static String bytes(long count) {
        return count < 1 << 20
                ? "%.1f kB".formatted(count / 1024.0)
                : String.format(Locale.ROOT, "%.0f MB", count / 1024.0 / 1024.0);
    }
}
