package nl.spil.sdk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A report of a replay as a person reads it: its lines and, for each code, words in one language. */
record ReplayReport(JsonNode json, Locale language) {
    /** What a change can be, in the order of how much it matters. */
    static final List<String> EFFECTS =
            List.of("newlyPermitted", "newlyRefused", "otherReasons", "otherBases", "dutyAdded", "dutyRemoved");

    /** One line: for what, by whom, to whom, of what. */
    record Line(JsonNode json) {
        String purpose() {
            return json.path("purpose").asString("");
        }

        String provider() {
            return kind("provider");
        }

        String recipient() {
            return kind("recipient");
        }

        String category() {
            return json.path("category").asString("");
        }

        private String kind(String member) {
            var code = json.path(member).asString("");
            return code.isEmpty() ? "?" : code;
        }

        long count(String effect) {
            return json.path(effect).path("count").asLong(0);
        }

        boolean has(String effect) {
            return count(effect) > 0;
        }

        /** Entries to look at, as {@code spil policy explain} takes them. */
        List<Long> entries(String effect) {
            return json.path(effect)
                    .path("examples")
                    .valueStream()
                    .map(example -> example.path("entry").asLong(-1))
                    .toList();
        }

        String answerTypes(String effect) {
            return json.path(effect)
                    .path("examples")
                    .valueStream()
                    .map(example -> example.path("answerType").asString(""))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    /** What is permitted anew comes first, then what is refused anew, each by how often. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        json.path("changes").forEach(line -> lines.add(new Line(line)));
        for (var effect : EFFECTS.reversed()) {
            lines.sort(java.util.Comparator.comparingLong((Line line) -> line.count(effect))
                    .reversed());
        }
        return lines;
    }

    long count(String name) {
        return json.path("counts").path(name).asLong(0);
    }

    String revision(String which) {
        return Long.toString(json.path(which).path("revision").asLong(0));
    }

    String digest(String which) {
        return json.path(which).path("digest").asString("");
    }

    /** The codes of an effect in words, with how often. */
    String words(Line line, String effect) {
        return line.json()
                .path(effect)
                .path("codes")
                .valueStream()
                .map(code -> title(code.path("code").asString("")) + " ("
                        + code.path("count").asLong(0) + ")")
                .collect(Collectors.joining("; "));
    }

    private String title(String code) {
        return json.path("texts")
                .path(code)
                .path(language.getLanguage().equals("en") ? "en" : "nl")
                .path("title")
                .asString(code);
    }

    List<JsonNode> decidedBy() {
        return json.path("decidedBy").valueStream().toList();
    }

    /** Where questions stand that were not compared. */
    String entries(String which) {
        return json.path(which)
                .valueStream()
                .map(example -> Long.toString(example.path("entry").asLong(-1)))
                .collect(Collectors.joining(", "));
    }
}
