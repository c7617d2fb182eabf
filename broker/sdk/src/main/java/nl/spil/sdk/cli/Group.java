package nl.spil.sdk.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has commands below it. */
abstract class Group implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    Group(Terminal terminal) {
        this.terminal = terminal;
    }

    final Terminal terminal() {
        return terminal;
    }

    @Override
    public final void run() {
        throw new ParameterException(spec.commandLine(), terminal.text("error.noCommand"));
    }
}
