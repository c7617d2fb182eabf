package nl.spil.sdk.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.GoodCare;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.PoliceAuthority;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import nl.spil.protocol.seal.Item;
import nl.spil.sdk.JzvReport;
import nl.spil.sdk.PreCheck;
import nl.spil.sdk.ReportSection;
import nl.spil.sdk.Sending;
import nl.spil.sdk.SpilPartner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is shared, with whom, what for and on which grounds: the options that sending and pre-checking have in common. */
final class Asking {

    @Option(names = "--case", paramLabel = "CASE", descriptionKey = "case")
    private @Nullable CaseId caseId;

    @Option(names = "--purpose", paramLabel = "PURPOSE", descriptionKey = "purpose")
    private @Nullable Purpose purpose;

    @Option(names = "--to", split = ",", paramLabel = "OIN", descriptionKey = "to")
    private @Nullable List<Oin> recipients;

    @Option(names = "--item", paramLabel = "CATEGORY:TYPE:SUBJECT:VALUE", descriptionKey = "item")
    private @Nullable List<ItemText> items;

    @Option(names = "--melding", paramLabel = "FILE", descriptionKey = "melding")
    private @Nullable Path melding;

    @Option(names = "--classify", split = ",", paramLabel = "SECTION=CATEGORY", descriptionKey = "classify")
    private @Nullable Map<ReportSection, DataCategory> categories;

    @Option(names = "--judged-by", paramLabel = "EMPLOYEE", descriptionKey = "judged-by")
    private @Nullable String judgedBy;

    @Option(names = "--judged-at", paramLabel = "TIME", descriptionKey = "judged-at")
    private @Nullable Instant judgedAt;

    @Option(names = "--secrecy-basis", split = ",", paramLabel = "CODE", descriptionKey = "secrecy-basis")
    private @Nullable List<SecrecyBasis> secrecyBases;

    @Option(names = "--good-care", paramLabel = "ANSWERS", descriptionKey = "good-care")
    private @Nullable Integer goodCare;

    @Option(names = "--second-person", descriptionKey = "second-person")
    private boolean secondPerson;

    @Option(names = "--police-authority", paramLabel = "TIME", descriptionKey = "police-authority")
    private @Nullable Instant policeAuthority;

    @Option(names = "--declare", paramLabel = "CODE@TIME[/UNTIL][#ID]", descriptionKey = "declare")
    private @Nullable List<Declaration> declarations;

    Sending sending(SpilPartner partner, Terminal terminal) {
        var id = needed(caseId, "--case", terminal);
        var what = new ArrayList<Item>();
        for (var item : given(items)) {
            var subject = Subjects.named(item.subject(), id, partner, terminal);
            what.add(new Item(item.category(), item.answerType(), subject, item.content()));
        }
        if (melding != null) {
            what.addAll(reported(melding, id, partner));
        }
        if (what.isEmpty()) {
            throw new UsageMistake(terminal.text("send.noItems"), terminal.text("send.noItems.hint"));
        }
        return Sending.of(
                        id,
                        needed(purpose, "--purpose", terminal),
                        needed(recipients, "--to", terminal),
                        what,
                        necessity(terminal))
                .on(grounds(terminal));
    }

    private List<Item> reported(Path file, CaseId id, SpilPartner partner) {
        var report = JzvReport.read(NamedFile.read(file));
        var subject = partner.home().register().pseudonym(id, report.person());
        return report.items(subject, categories == null ? Map.of() : new LinkedHashMap<>(categories));
    }

    PreCheck preCheck(SpilPartner partner, Terminal terminal) {
        var id = needed(caseId, "--case", terminal);
        return new PreCheck(
                id,
                needed(purpose, "--purpose", terminal),
                needed(recipients, "--to", terminal),
                needed(items, "--item", terminal).stream()
                        .map(item -> new PreCheck.Kind(
                                item.category(),
                                item.answerType(),
                                Subjects.named(item.subject(), id, partner, terminal)))
                        .toList(),
                judgedBy == null ? Optional.empty() : Optional.of(necessity(terminal)),
                grounds(terminal));
    }

    /** Spil never judges necessity: it passes on that a person did, and when. */
    private NecessityRecord necessity(Terminal terminal) {
        var who = new EmployeeId(needed(judgedBy, "--judged-by", terminal));
        return new NecessityRecord(true, true, true, who, whole(judgedAt == null ? Instant.now() : judgedAt));
    }

    private Grounds grounds(Terminal terminal) {
        if (given(declarations).stream().map(Declaration::code).distinct().count()
                < given(declarations).size()) {
            throw new UsageMistake(terminal.text("error.declaredTwice"), terminal.text("error.declaredTwice.hint"));
        }
        var now = whole(Instant.now());
        return new Grounds(
                Optional.empty(),
                given(secrecyBases),
                Optional.ofNullable(goodCare).map(answers -> new GoodCare(secondPerson, answers, now)),
                Optional.ofNullable(policeAuthority).map(moment -> new PoliceAuthority(true, whole(moment))),
                given(declarations));
    }

    private static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> T needed(@Nullable T value, String option, Terminal terminal) {
        if (value == null) {
            throw new UsageMistake(terminal.text("error.missing", option), terminal.text("hint." + option));
        }
        return value;
    }
}
