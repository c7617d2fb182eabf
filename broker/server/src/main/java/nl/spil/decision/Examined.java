package nl.spil.decision;

/** What can be said of an archive before anybody approved it. */
public sealed interface Examined {

    /** Might be used: it is whole, newer than what is in use, and asks nothing unknown. */
    record Usable(BundleArchive archive) implements Examined {}

    /** Will never be used as it is. */
    record Unusable(RefusedBecause reason) implements Examined {}
}
