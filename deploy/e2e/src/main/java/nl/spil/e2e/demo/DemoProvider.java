package nl.spil.e2e.demo;

import nl.spil.sdk.cli.CommandProvider;
import nl.spil.sdk.cli.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/** Adds {@code spil demo} to the command line. */
public final class DemoProvider implements CommandProvider {

    @Override
    public Object command(Terminal terminal) {
        var words = new Words(terminal.language());
        var spec = CommandSpec.forAnnotatedObject(new DemoCommand(terminal, words));
        spec.usageMessage().header(words.text("spil.demo.usage.header"));
        // The command line's own texts do not know these options, so each brings its description along.
        for (var option : spec.options().stream().toList()) {
            spec.remove(option);
            var key = option.longestName().substring(2);
            spec.addOption(option.toBuilder().description(words.text(key)).build());
        }
        return spec;
    }
}
