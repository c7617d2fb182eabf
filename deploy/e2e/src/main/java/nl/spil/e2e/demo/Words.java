package nl.spil.e2e.demo;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the demonstration says, in the chosen language. */
final class Words {
    private final ResourceBundle texts;
    private final Locale language;

    Words(Locale language) {
        this.texts = ResourceBundle.getBundle("nl.spil.e2e.demo.demo", language);
        this.language = language;
    }

    Locale language() {
        return language;
    }

    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }

    /** The word for a code; the code itself where nobody gave it a word. */
    String label(String kind, String code) {
        var key = kind + "." + code;
        return texts.containsKey(key) ? texts.getString(key) : code;
    }

    /** One, two and three. */
    String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " " + text("and") + " " + words.getLast();
    }
}
