package nl.spil.e2e.demo;

/** What the story promises did not happen; the message says what, in the reader's language. */
final class StoryEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoryEnded(String message) {
        super(message);
    }
}
