package nl.spil.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code spil evaluate}: asks a question as AuthZEN writes it, with this partner's bound token. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
    private static final int LONGEST = 256 * 1024;

    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Parameters(paramLabel = "FILE", descriptionKey = "question")
    private Path file;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A no to any of the questions is a no. */
    @Override
    public Integer call() {
        var answer = who.partner(terminal).evaluate(question());
        terminal.result(answer, () -> terminal.line(answer.toPrettyString()));
        return (decisions(answer).allMatch(EvaluateCommand::permitted) ? ExitCode.OK : ExitCode.REFUSED).number();
    }

    private static Stream<JsonNode> decisions(JsonNode answer) {
        return answer.has("evaluations") ? answer.required("evaluations").valueStream() : Stream.of(answer);
    }

    private static boolean permitted(JsonNode answer) {
        return answer.path("decision").asBoolean(false);
    }

    private JsonNode question() {
        try {
            var bytes = file.toString().equals("-") ? System.in.readNBytes(LONGEST + 1) : NamedFile.read(file);
            return Json.read(bytes, LONGEST);
        } catch (MalformedJson wrong) {
            throw new UsageMistake(terminal.text("evaluate.noJson", file), terminal.text("evaluate.noJson.hint"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read standard input", e);
        }
    }
}
