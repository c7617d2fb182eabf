package nl.spil.sdk.cli;

/** What was asked makes no sense, though every option by itself was well-formed. */
public final class UsageMistake extends RuntimeException {
    private final String hint;

    public UsageMistake(String sentence, String hint) {
        super(sentence);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
