package nl.spil.decision;

/** A bundle of rules may not be used: it is not whole, not signed here, or older than one that was used before. */
public final class BundleRefused extends RuntimeException {
    BundleRefused(String why) {
        super(why);
    }

    BundleRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
