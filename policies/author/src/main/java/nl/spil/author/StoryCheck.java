package nl.spil.author;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Compares an answer with what a story expects. */
final class StoryCheck {
    private StoryCheck() {}

    /**
     * What is different. A story names every recipient and what it is permitted; the rest it names when it is what the
     * story is about, except for what is not configured: that is never there unsaid.
     */
    static List<Difference> differences(Story story, JsonNode answer) {
        var differences = new ArrayList<Difference>();
        var parts = answer.path("subjects");
        var recipients = new TreeMap<String, JsonNode>(story.expected());
        parts.properties().forEach(part -> recipients.putIfAbsent(part.getKey(), MissingNode.getInstance()));
        recipients.forEach((recipient, expected) -> {
            var part = parts.path(recipient);
            if (!part.isObject() || expected.isMissingNode()) {
                differences.add(new Difference(recipient, "", expected.toString(), part.toString()));
                return;
            }
            for (var member :
                    List.of("permits", "refuses", "bases", "obligations", "would_help", "gaps", "valid_until")) {
                if (expected.has(member) || member.equals("permits") || member.equals("gaps")) {
                    var wanted = plain(expected.path(member));
                    var found = plain(part.path(inAnswer(member)));
                    if (!wanted.equals(found)) {
                        differences.add(new Difference(recipient, member, wanted, found));
                    }
                }
            }
        });
        return differences;
    }

    private static String inAnswer(String member) {
        return switch (member) {
            case "permits" -> "permitted";
            case "refuses" -> "refused";
            default -> member;
        };
    }

    /** Codes stand for what has a code, and an empty list, an empty map and nothing are the same. */
    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(each -> each.isObject() ? each.path("code").asString() : each.asString())
                    .toList()
                    .toString();
        }
        if (value.isObject()) {
            var members = new TreeMap<String, String>();
            value.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return members.isEmpty() ? "[]" : members.toString();
        }
        return value.isMissingNode() ? "[]" : value.asString();
    }

    /**
     * What a story expects and what the rules say.
     *
     * @param member of the story; empty when the whole recipient is missing, or too many
     */
    record Difference(String recipient, String member, String expected, String found) {}
}
