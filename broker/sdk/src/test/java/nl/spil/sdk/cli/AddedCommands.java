package nl.spil.sdk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What another module adds to a group of commands. */
public final class AddedCommands implements CommandProvider {

    @Override
    public Object command(Terminal terminal) {
        return new Added(terminal);
    }

    @Override
    public String group() {
        return "policy";
    }

    /** Says that it was there. */
    @Command(name = "added", header = "Added by a test.")
    static final class Added implements Callable<Integer> {
        private final Terminal terminal;

        Added(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            terminal.result("added", () -> terminal.line("added"));
            return ExitCode.OK.number();
        }
    }
}
