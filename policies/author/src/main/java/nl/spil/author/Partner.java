package nl.spil.author;

import java.util.Locale;

/**
 * A partner as the matrix knows it.
 *
 * @param kind the class in which it takes part
 */
record Partner(String type, String kind) {

    /** Its name in a question, where there is one of each. */
    String oin() {
        return (type + "-" + kind).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
