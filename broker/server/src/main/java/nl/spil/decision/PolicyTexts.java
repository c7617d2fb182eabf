package nl.spil.decision;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.spil.protocol.Json;
import tools.jackson.databind.JsonNode;

/** What a code of the rules says to a person: a short title and a sentence, in Dutch or English. */
public final class PolicyTexts {
    private static final int MAXIMUM_BYTES = 1_000_000;

    private final Map<String, Text> dutch;
    private final Map<String, Text> english;

    private PolicyTexts(JsonNode codes) {
        this.dutch = in(codes, "nl");
        this.english = in(codes, "en");
    }

    static PolicyTexts of(PolicyBundle bundle) {
        return new PolicyTexts(Json.read(bundle.texts(), MAXIMUM_BYTES));
    }

    /** The words for a code, in Dutch unless English is asked for; a code without words speaks for itself. */
    public Text of(String code, Locale language) {
        var texts = language.getLanguage().equals("en") ? english : dutch;
        return texts.getOrDefault(code, new Text(code, code));
    }

    private static Map<String, Text> in(JsonNode codes, String language) {
        var texts = new TreeMap<String, Text>();
        codes.forEachEntry((code, languages) -> {
            var words = languages.required(language);
            texts.put(
                    code,
                    new Text(
                            words.required("title").stringValue(),
                            words.required("sentence").stringValue()));
        });
        return texts;
    }

    /** A title and a sentence. */
    public record Text(String title, String sentence) {}
}
