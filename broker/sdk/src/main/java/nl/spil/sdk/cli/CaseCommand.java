package nl.spil.sdk.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;
import nl.spil.protocol.proof.Receipt;
import nl.spil.sdk.Admission;
import nl.spil.sdk.CaseView;
import nl.spil.sdk.JzvReport;
import nl.spil.sdk.NewCase;
import nl.spil.sdk.SpilPartner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil case}: opens a case, shows it, lets partners in, and brings it to its next stage. */
@Command(name = "case")
final class CaseCommand extends Group {

    CaseCommand(Terminal terminal) {
        super(terminal);
    }

    @Command
    int open(
            @Mixin WhichPartner who,
            @Option(names = "--purpose", required = true, paramLabel = "PURPOSE", descriptionKey = "purpose")
                    Purpose purpose,
            @Option(names = "--goal", required = true, paramLabel = "TEXT", descriptionKey = "goal") String goal,
            @Option(names = "--type", paramLabel = "TYPE", defaultValue = "COMPLEX", descriptionKey = "type")
                    String type,
            @Option(names = "--subject", paramLabel = "AGE", descriptionKey = "subject") @Nullable List<AgeBand> ages,
            @Option(names = "--melding", paramLabel = "FILE", descriptionKey = "melding") @Nullable Path melding) {
        var partner = who.partner(terminal());
        var id = CaseId.random();
        var subjects = new ArrayList<NewCase.Subject>();
        if (ages != null) {
            ages.forEach(age -> subjects.add(NewCase.Subject.of(Pseudonym.random(), age)));
        }
        if (melding != null) {
            subjects.add(subjectOf(melding, id, partner));
        }
        if (subjects.isEmpty()) {
            throw new UsageMistake(terminal().text("case.noSubject"), terminal().text("case.noSubject.hint"));
        }
        show(partner.openCase(new NewCase(id, purpose, goal, type, subjects)));
        return ExitCode.OK.number();
    }

    /** Who it is stays in this partner's own register; the broker hears a pseudonym and an age band. */
    private NewCase.Subject subjectOf(Path melding, CaseId id, SpilPartner partner) {
        var report = JzvReport.read(NamedFile.read(melding));
        var age = report.ageBand(LocalDate.now(ZoneId.of("Europe/Amsterdam")))
                .orElseThrow(() -> new UsageMistake(
                        terminal().text("case.noAge"), terminal().text("case.noAge.hint")));
        return NewCase.Subject.of(partner.home().register().pseudonym(id, report.person()), age);
    }

    @Command
    int show(@Mixin WhichPartner who, @Parameters(paramLabel = "CASE", descriptionKey = "case") CaseId id) {
        show(who.partner(terminal()).showCase(id));
        return ExitCode.OK.number();
    }

    private void show(CaseView view) {
        terminal().result(view.whole(), () -> {
            terminal().line(terminal().text("case.line", view.id(), view.stage()));
            view.subjects().forEach(subject -> terminal().line("  " + terminal().text("case.subject", subject)));
            view.whole()
                    .path("participants")
                    .valueStream()
                    .forEach(each -> terminal()
                            .line("  "
                                    + terminal()
                                            .text(
                                                    "case.participant",
                                                    each.path("oin").asString(""))));
            view.receipt().ifPresent(this::recorded);
        });
    }

    private void recorded(Receipt receipt) {
        terminal().line(terminal().text("recorded", Long.toString(receipt.index())));
    }

    @Command
    int list(@Mixin WhichPartner who) {
        var list = who.partner(terminal()).listCases();
        terminal()
                .result(
                        list,
                        () -> list.path("items")
                                .valueStream()
                                .forEach(each -> terminal()
                                        .line(terminal()
                                                .text(
                                                        "case.line",
                                                        each.path("id").asString(""),
                                                        each.path("stage").asString("")))));
        return ExitCode.OK.number();
    }

    @Command
    int admit(
            @Mixin WhichPartner who,
            @Parameters(paramLabel = "CASE", descriptionKey = "case") CaseId id,
            @Parameters(paramLabel = "OIN", descriptionKey = "oin") Oin oin,
            @Option(names = "--from", paramLabel = "TIME", descriptionKey = "from") @Nullable Instant from,
            @Option(names = "--until", paramLabel = "TIME", descriptionKey = "until") @Nullable Instant until,
            @Option(names = "--incidental", descriptionKey = "incidental") boolean incidental,
            @Option(names = "--end", descriptionKey = "end") boolean end) {
        var partner = who.partner(terminal());
        var receipt = end
                ? partner.endAdmission(id, oin)
                : partner.admit(
                        id, oin, new Admission(Optional.ofNullable(from), Optional.ofNullable(until), incidental));
        terminal().result(Map.of("receipt", receipt), () -> recorded(receipt));
        return ExitCode.OK.number();
    }

    @Command
    int move(
            @Mixin WhichPartner who,
            @Parameters(paramLabel = "CASE", descriptionKey = "case") CaseId id,
            @Parameters(paramLabel = "STAGE", descriptionKey = "stage") Stage stage) {
        var view = who.partner(terminal()).moveTo(id, stage);
        var result = new LinkedHashMap<String, Object>();
        result.put("case", view.id().value());
        result.put("stage", view.stage());
        view.receipt().ifPresent(receipt -> result.put("receipt", receipt));
        terminal().result(result, () -> {
            terminal().line(terminal().text("case.line", view.id(), view.stage()));
            view.receipt().ifPresent(this::recorded);
        });
        return ExitCode.OK.number();
    }
}
