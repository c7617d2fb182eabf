package nl.spil.decision;

import java.util.Locale;

/** Why rules are not used; in the order in which it is looked at. */
public enum RefusedBecause {
    /** The archive is not exactly a bundle, or not the one its manifest names. */
    NOT_WHOLE,
    /** It bears no signature of this installation's bundle key over exactly its files. */
    SIGNATURE_UNKNOWN,
    /** Its revision is not higher than the newest that was ever used here. */
    NOT_NEWER,
    /** It asks for something this build does not know how to do. */
    OBLIGATION_UNKNOWN,
    /** The engine cannot run it, or does not answer a question exactly; an OPA server that has other rules does not. */
    NO_EXACT_ANSWER;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** How it is told to others. */
    public String code() {
        return code;
    }
}
