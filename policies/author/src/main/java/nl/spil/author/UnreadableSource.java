package nl.spil.author;

/** A file of the rules that cannot be read as what it should be; says which and why. */
final class UnreadableSource extends IllegalArgumentException {
    UnreadableSource(String name, String why) {
        super(name + ": " + why);
    }
}
