package nl.spil.author;

/** Where in the matrix a question stands; it is asked for all recipients and all items at once. */
record Point(Partner provider, String purpose, String action, String stage, String consent) {}
