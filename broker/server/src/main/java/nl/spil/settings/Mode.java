package nl.spil.settings;

/** Whose database and token issuer the broker uses. */
public enum Mode {
    /** Everything in one folder and on loopback: to try it, to test it, for one machine. */
    EMBEDDED,
    /** An installation with a database, a token issuer and certificates of its own. */
    EXTERNAL
}
