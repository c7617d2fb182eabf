package nl.spil.problem;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words for a problem in Dutch or English; Dutch unless the caller prefers English. */
public final class ProblemTexts {
    private static final Locale DUTCH = Locale.of("nl");
    private static final List<Locale> SPOKEN = List.of(DUTCH, Locale.ENGLISH);

    /** The language for a caller with these preferences (the value of Accept-Language, or empty). */
    static Locale languageFor(String acceptLanguage) {
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage.isBlank() ? "nl" : acceptLanguage);
            return Optional.ofNullable(Locale.lookup(wanted, SPOKEN)).orElse(DUTCH);
        } catch (IllegalArgumentException unintelligible) {
            return DUTCH;
        }
    }

    String title(ProblemType type, Locale language) {
        return text(type.code() + ".title", language)
                .orElseGet(() -> text("status-" + type.status(), language)
                        .orElseGet(() -> text("status-other", language).orElse(type.code())));
    }

    Optional<String> detail(ProblemType type, Locale language) {
        return text(type.code() + ".detail", language);
    }

    /** The sentence for one of several problems; the English that came with it where there is no other. */
    public String detail(nl.spil.protocol.Problem problem, Locale language) {
        return text(problem.code() + ".detail", language).orElse(problem.detail());
    }

    private static Optional<String> text(String key, Locale language) {
        try {
            var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
            return Optional.of(ResourceBundle.getBundle("nl.spil.problem.problems", language, control)
                    .getString(key));
        } catch (MissingResourceException absent) {
            return Optional.empty();
        }
    }
}
