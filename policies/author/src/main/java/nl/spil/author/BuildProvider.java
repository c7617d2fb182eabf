package nl.spil.author;

import nl.spil.sdk.cli.CommandProvider;
import nl.spil.sdk.cli.Terminal;

/** Adds {@code spil policy build} to the command line. */
public final class BuildProvider implements CommandProvider {

    @Override
    public Object command(Terminal terminal) {
        var words = new Words(terminal.language());
        return words.described(new BuildCommand(terminal, words));
    }

    @Override
    public String group() {
        return "policy";
    }
}
