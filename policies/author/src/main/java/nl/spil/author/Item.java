package nl.spil.author;

/** One data element as the matrix knows it: what, how much is told, and about whom. */
record Item(String category, String answer, String ageBand, String role) {

    String id() {
        return (category + "-" + answer).toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
