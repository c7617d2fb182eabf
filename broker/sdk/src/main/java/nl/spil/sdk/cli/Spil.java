package nl.spil.sdk.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code spil}. */
@Command(name = "spil", mixinStandardHelpOptions = true, versionProvider = Version.class, scope = ScopeType.INHERIT)
public final class Spil implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    Spil(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--json", scope = ScopeType.INHERIT)
    void json(boolean wanted) {
        terminal.json(wanted);
    }

    /** Read before anything else, in {@link #languageOf}, because help and mistakes speak it too. */
    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "nl|en")
    void language(String wanted) {
        if (!List.of("nl", "en").contains(wanted)) {
            throw new ParameterException(spec.commandLine(), terminal.text("error.language", wanted));
        }
    }

    public static void main(String[] arguments) {
        var language = languageOf(arguments);
        Locale.setDefault(language);
        // The start script knows; Java can only tell of standard input and output together.
        var watched = Boolean.getBoolean("spil.watched");
        System.exit(run(new Terminal(System.out, System.err, watched, language), arguments));
    }

    /** Runs one command and answers with the number to end with; what {@link #main} does, without ending the process. */
    public static int run(Terminal terminal, String... arguments) {
        return commandLine(terminal).execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal) {
        var line = new CommandLine(new Spil(terminal));
        line.addSubcommand(new StartCommand(terminal))
                .addSubcommand(new PartnerCommand(terminal))
                .addSubcommand(new KeysCommand(terminal))
                .addSubcommand(new CaseCommand(terminal))
                .addSubcommand(new ConsentCommand(terminal))
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new EvaluateCommand(terminal))
                .addSubcommand(new SendCommand(terminal))
                .addSubcommand(new InboxCommand(terminal))
                .addSubcommand(new CollectCommand(terminal))
                .addSubcommand(new AckCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(PolicyCommand.in(terminal));
        for (var provider : ServiceLoader.load(CommandProvider.class)) {
            group(line, provider.group()).addSubcommand(provider.command(terminal));
        }
        var mistakes = new Mistakes(terminal);
        Converters.addTo(line);
        return line.setResourceBundle(terminal.texts())
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setParameterExceptionHandler(mistakes::ofUsage)
                .setExecutionExceptionHandler(mistakes::ofExecution)
                .setAbbreviatedOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static CommandLine group(CommandLine line, String name) {
        return name.isEmpty()
                ? line
                : Objects.requireNonNull(line.getSubcommands().get(name), name);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    static Locale languageOf(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--lang=en")
                    || (arguments[i].equals("--lang") && followedByEnglish(arguments, i))) {
                return Locale.ENGLISH;
            }
        }
        return Locale.of("nl");
    }

    private static boolean followedByEnglish(String[] arguments, int at) {
        return at + 1 < arguments.length && arguments[at + 1].equals("en");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.text("error.noCommand"));
    }
}
