package nl.spil.author;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import picocli.CommandLine.Model.CommandSpec;

/** What the author's commands say, in the chosen language. */
final class Words {
    private final ResourceBundle texts;
    private final Locale language;

    Words(Locale language) {
        this.texts = ResourceBundle.getBundle(
                "nl.spil.author.author", language, Control.getNoFallbackControl(Control.FORMAT_DEFAULT));
        this.language = language;
    }

    boolean dutch() {
        return !language.getLanguage().equals("en");
    }

    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }

    /** The command with its help: the command line's own texts do not know its options. */
    CommandSpec described(Object command) {
        var spec = CommandSpec.forAnnotatedObject(command);
        spec.usageMessage().header(text(spec.name() + ".usage.header"));
        for (var option : spec.options().stream().toList()) {
            spec.remove(option);
            var key = spec.name() + "." + option.longestName().substring(2);
            spec.addOption(option.toBuilder().description(text(key)).build());
        }
        return spec;
    }
}
