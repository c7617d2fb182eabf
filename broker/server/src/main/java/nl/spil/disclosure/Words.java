package nl.spil.disclosure;

import java.util.Locale;
import nl.spil.decision.PolicyTexts;

/** The texts of the policy pack in the language of whoever reads them. */
record Words(PolicyTexts texts, Locale language) {
    PolicyTexts.Text of(String code) {
        return texts.of(code, language);
    }
}
