package nl.spil.decision;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.spil.protocol.Json;
import tools.jackson.databind.JsonNode;

/** What a code of the rules says to a person: a short title and a sentence, in Dutch or English. */
public final class PolicyTexts {
    private static final int MAXIMUM_BYTES = 1_000_000;

    private final Supplier<Words> words;

    private PolicyTexts(Supplier<Words> words) {
        this.words = words;
    }

    private record Words(Map<String, Text> dutch, Map<String, Text> english) {}

    static PolicyTexts of(PolicyBundle bundle) {
        var codes = Json.read(bundle.texts(), MAXIMUM_BYTES);
        var words = new Words(in(codes, "nl"), in(codes, "en"));
        return new PolicyTexts(() -> words);
    }

    /** Always the texts of the rules that are in use when they are asked for. */
    static PolicyTexts through(Supplier<PolicyTexts> inUse) {
        return new PolicyTexts(() -> inUse.get().words.get());
    }

    /** The words for a code, in Dutch unless English is asked for; a code without words speaks for itself. */
    public Text of(String code, Locale language) {
        var now = words.get();
        var texts = language.getLanguage().equals("en") ? now.english() : now.dutch();
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
