package nl.spil.authzen;

/** Who or what a question is about; the id means something within its type only. */
record Entity(String type, String id) {}
