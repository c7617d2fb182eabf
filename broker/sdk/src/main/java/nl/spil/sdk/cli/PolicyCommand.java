package nl.spil.sdk.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code spil policy}: everything a policy author does with the rules; other modules add commands to it. */
@Command(name = "policy")
final class PolicyCommand extends Group {

    private PolicyCommand(Terminal terminal) {
        super(terminal);
    }

    /** The group with the commands that need nothing but this module. */
    static CommandLine in(Terminal terminal) {
        return new CommandLine(new PolicyCommand(terminal));
    }
}
