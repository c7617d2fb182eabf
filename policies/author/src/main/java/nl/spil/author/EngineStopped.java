package nl.spil.author;

/** The rules gave no answer; for the broker that is a refusal. */
final class EngineStopped extends RuntimeException {
    EngineStopped(String message) {
        super(message);
    }
}
