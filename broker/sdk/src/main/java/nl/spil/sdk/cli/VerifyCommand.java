package nl.spil.sdk.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import nl.spil.protocol.proof.Finding;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Receipt;
import nl.spil.sdk.LogCheck;
import nl.spil.sdk.Operator;
import nl.spil.sdk.Patience;
import nl.spil.sdk.ReceiptFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil verify}: checks the whole log through the broker, or one receipt with nothing but the log's key. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "${user.home}/.spil/broker", descriptionKey = "data")
    private Path data;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var operator = Operator.of(data, new Patience(4, Duration.ofSeconds(5)), terminal.language());
        var verdict = checked(operator);
        terminal.result(json(verdict), () -> show(verdict));
        return (verdict.sound() ? ExitCode.OK : ExitCode.VERIFICATION_FAILED).number();
    }

    private LogCheck.Verdict checked(Operator operator) {
        try (var progress = terminal.progress(terminal.text("verify.progress"))) {
            return LogCheck.by(operator).run(WhichPartner.checkpoints(), progress::at);
        }
    }

    private static Object json(LogCheck.Verdict verdict) {
        var result = new LinkedHashMap<String, Object>();
        result.put("sound", verdict.sound());
        result.put("entries", verdict.size());
        result.put("root", verdict.root());
        result.put("lasting", verdict.lasting());
        result.put("comparedWith", verdict.compared());
        result.put("findings", verdict.findings());
        return result;
    }

    private void show(LogCheck.Verdict verdict) {
        verdict.findings().forEach(this::show);
        var size = Long.toString(verdict.size());
        if (verdict.sound()) {
            terminal.line(terminal.text("verify.sound", size, Integer.toString(verdict.compared()), verdict.root()));
            if (!verdict.lasting()) {
                terminal.line(terminal.text("verify.notLasting"));
            }
        } else {
            terminal.line(terminal.text(
                    "verify.broken", size, Integer.toString(verdict.findings().size())));
        }
    }

    private void show(Finding finding) {
        var key = "fault." + finding.fault();
        terminal.line(terminal.text(key, Long.toString(finding.at())) + " (" + finding.detail() + ")");
    }

    @Command
    int receipt(
            @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file,
            @Option(names = "--key", paramLabel = "FILE", descriptionKey = "key") @Nullable Path key,
            @Mixin WhichPartner who) {
        var log = key == null ? who.home(terminal).logKey() : LogKey.parse(text(key));
        var proven = ReceiptFile.verify(NamedFile.read(file), log);
        terminal.result(json(proven), () -> show(proven));
        return ExitCode.OK.number();
    }

    private static String text(Path file) {
        return new String(NamedFile.read(file), StandardCharsets.UTF_8);
    }

    private static Object json(Receipt.Proven proven) {
        var result = new LinkedHashMap<String, Object>();
        result.put("sound", true);
        result.put("index", proven.index());
        result.put("type", proven.leaf().type());
        result.put("time", proven.leaf().time().toString());
        result.put("log", proven.checkpoint().origin());
        result.put("size", proven.checkpoint().size());
        return result;
    }

    private void show(Receipt.Proven proven) {
        var leaf = proven.leaf();
        terminal.line(terminal.text(
                "verify.receipt",
                Long.toString(proven.index()),
                leaf.type(),
                leaf.time(),
                proven.checkpoint().origin(),
                Long.toString(proven.checkpoint().size())));
        List.of(
                        named("verify.exchange", leaf.header().exchange()),
                        named("verify.from", leaf.header().from()),
                        named("verify.to", leaf.header().to()))
                .stream()
                .filter(line -> !line.isEmpty())
                .forEach(line -> terminal.line("  " + line));
    }

    private String named(String key, @Nullable Object value) {
        return value == null ? "" : terminal.text(key, value);
    }
}
