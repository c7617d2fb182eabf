package nl.spil.e2e.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import nl.spil.e2e.BrokerDidNotStart;
import nl.spil.e2e.BrokerProcess;
import nl.spil.sdk.SpilException;
import nl.spil.sdk.cli.ExitCode;
import nl.spil.sdk.cli.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code spil demo}: starts a broker, plays the case in a folder of files on it, and leaves it running. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Words words;

    @Spec
    private CommandSpec spec;

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "${user.home}/.spil/demo")
    private Path data;

    @Option(names = "--port", paramLabel = "N")
    private @Nullable Integer port;

    @Option(names = "--files", paramLabel = "DIR")
    private @Nullable Path files;

    DemoCommand(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = Place.of(data, files);
        if (!Files.isDirectory(place.files())) {
            throw new ParameterException(
                    spec.commandLine(),
                    words.text("error.files", place.files()) + " " + words.text("error.files.hint"));
        }
        var screen = new Screen(terminal::line, Screen.coloursWanted(System.getenv()));
        screen.title(words.text("title"));
        screen.explain(words.text("title.note", place.shown(place.files())));
        var broker = new DemoBroker(place, port, terminal, screen, words);
        return play(place, broker, screen);
    }

    private int play(Place place, DemoBroker broker, Screen screen) throws IOException, InterruptedException {
        // Ctrl-C ends the virtual machine, and with it must end the broker it started.
        var stopper = new Thread(broker::stop, "stop the broker");
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            broker.start();
            var story = new Story(place, broker.url(), screen, words, terminal);
            story.play();
            if (once) {
                broker.stop();
                screen.blank();
                screen.say(words.text("stopped.once", place.shown(place.data())));
                return ExitCode.OK.number();
            }
            new Afterwards(place, broker.url(), screen, words).show(story);
            broker.awaitEnd();
            return ExitCode.OK.number();
        } catch (BrokerDidNotStart | SpilException | StoryEnded | SQLException e) {
            screen.blank();
            var lines = String.valueOf(e.getMessage()).lines().toList();
            screen.bad(words.text("failed", lines.getFirst()));
            lines.stream().skip(1).forEach(screen::row);
            broker.stop();
            return e instanceof BrokerDidNotStart ? ExitCode.UNAVAILABLE.number() : ExitCode.UNEXPECTED.number();
        }
    }

    /** A port that was asked for, else one that is free. */
    static int portOr(@Nullable Integer wanted) {
        return wanted == null ? BrokerProcess.freePort() : wanted;
    }
}
