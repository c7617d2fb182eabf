package nl.spil.author;

import java.util.Locale;

/** One data element as the matrix knows it: what, how much is told, and about whom. */
record Item(String category, String answer, String ageBand, String role) {

    String id() {
        return (category + "-" + answer).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
