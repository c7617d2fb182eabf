package nl.spil.disclosure;

/** How an exchange was received; the answer is the same either way. */
sealed interface Received {
    Sent sent();

    /** It was let through the door just now. */
    record First(Sent sent) implements Received {}

    /** It had been before; nothing happened a second time. */
    record Again(Sent sent) implements Received {}
}
