package nl.spil.author;

/** What opa has against the rules, in its own words. */
final class OpaObjects extends IllegalArgumentException {
    OpaObjects(String command, String said) {
        super("opa " + command + " says: " + said.strip());
    }
}
