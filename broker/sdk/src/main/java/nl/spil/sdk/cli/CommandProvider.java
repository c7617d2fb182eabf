package nl.spil.sdk.cli;

/**
 * Adds a sub-command to {@code spil}; found by {@link java.util.ServiceLoader}, so that another module can add one
 * without the command line knowing it.
 */
public interface CommandProvider {

    /**
     * A fresh command: an object with picocli's {@code @Command}, which is a {@code Callable<Integer>} that answers with
     * {@link ExitCode#number()}.
     */
    Object command(Terminal terminal);

    /** The command it stands under, like {@code policy}; empty for one that stands under {@code spil} itself. */
    default String group() {
        return "";
    }
}
