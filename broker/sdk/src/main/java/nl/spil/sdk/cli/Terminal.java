package nl.spil.sdk.cli;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command speaks: results on standard output, everything else on standard error; with {@code --json} exactly one
 * JSON document on standard output.
 */
public final class Terminal {
    private static final JsonMapper JSON = ResultJson.mapper();

    private final PrintStream out;
    private final PrintStream err;
    private final boolean watched;
    private final Locale language;
    private final ResourceBundle texts;
    private boolean json;

    /** @param watched whether a person looks at standard error, so that a moving line helps */
    public Terminal(PrintStream out, PrintStream err, boolean watched, Locale language) {
        this.out = out;
        this.err = err;
        this.watched = watched;
        this.language = language;
        // Without the fall-back: else a machine set to English would get English for Dutch, which has no file of its
        // own.
        this.texts = ResourceBundle.getBundle(
                "nl.spil.sdk.cli.texts", language, Control.getNoFallbackControl(Control.FORMAT_DEFAULT));
    }

    public Locale language() {
        return language;
    }

    /** Whether a machine reads the result. */
    public boolean json() {
        return json;
    }

    void json(boolean wanted) {
        json = wanted;
    }

    /** The result: as one JSON document, or as the lines that {@code text} prints. */
    public void result(Object value, Runnable text) {
        if (json) {
            JsonNode tree = JSON.valueToTree(value);
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
        } else {
            text.run();
        }
        out.flush();
    }

    /** One line of a result, in plain words. */
    public void line(String text) {
        out.println(text);
    }

    /** One line beside the result: for the person, never for a script. */
    public void note(String text) {
        err.println(text);
    }

    /** A text in the chosen language. */
    public String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }

    boolean knows(String key) {
        return texts.containsKey(key);
    }

    /** Shows how far a long piece of work is, on one moving line; shows nothing where nobody watches. */
    public Progress progress(String what) {
        return new Progress(watched ? err : null, what);
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    ResourceBundle texts() {
        return texts;
    }
}
