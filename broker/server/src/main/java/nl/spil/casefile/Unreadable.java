package nl.spil.casefile;

/** What is stored for a case cannot be opened: its key is destroyed, or the stored bytes were changed. */
public final class Unreadable extends RuntimeException {
    Unreadable(String why) {
        super(why);
    }

    Unreadable(String why, Throwable cause) {
        super(why, cause);
    }
}
