package nl.spil.authzen;

import java.util.Locale;
import java.util.ResourceBundle;
import nl.spil.authzen.Evaluated.Why;
import nl.spil.authzen.Evaluated.Words;
import nl.spil.decision.PolicyTexts;
import nl.spil.decision.Reason;

/** What a code says in Dutch and in English. */
final class Phrases {
    private static final Locale DUTCH = Locale.of("nl");

    private final PolicyTexts texts;
    private final ResourceBundle dutch = own(DUTCH);
    private final ResourceBundle english = own(Locale.ENGLISH);

    Phrases(PolicyTexts texts) {
        this.texts = texts;
    }

    private static ResourceBundle own(Locale language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("nl.spil.authzen.reasons", language, control);
    }

    /** Why policy refuses. */
    Why of(Reason reason) {
        return new Why(reason.code(), reason.article(), title(reason.code()), sentence(reason.code()));
    }

    /** Why policy was not even asked. */
    Why own(String code) {
        return new Why(code, null, ownWords(code + ".title"), ownWords(code + ".sentence"));
    }

    Words title(String code) {
        return new Words(
                texts.of(code, DUTCH).title(), texts.of(code, Locale.ENGLISH).title());
    }

    Words sentence(String code) {
        return new Words(
                texts.of(code, DUTCH).sentence(), texts.of(code, Locale.ENGLISH).sentence());
    }

    private Words ownWords(String key) {
        return new Words(dutch.getString(key), english.getString(key));
    }
}
