package nl.spil.sdk.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.sdk.ConsentView;
import nl.spil.sdk.NewConsent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil consent}: records what a data subject agreed to, and that the agreement was withdrawn. */
@Command(name = "consent")
final class ConsentCommand extends Group {

    ConsentCommand(Terminal terminal) {
        super(terminal);
    }

    @Command
    int give(
            @Mixin WhichPartner who,
            @Option(names = "--case", required = true, paramLabel = "CASE", descriptionKey = "case") CaseId caseId,
            @Option(names = "--subject", required = true, paramLabel = "PSEUDONYM", descriptionKey = "pseudonym")
                    String subject,
            @Option(names = "--to", required = true, split = ",", paramLabel = "OIN", descriptionKey = "to")
                    List<Oin> recipients,
            @Option(
                            names = "--category",
                            required = true,
                            split = ",",
                            paramLabel = "CODE",
                            descriptionKey = "category")
                    List<DataCategory> categories,
            @Option(names = "--explicit", descriptionKey = "explicit") boolean explicit,
            @Option(names = "--kind", paramLabel = "KIND", defaultValue = "SECRECY_RELEASE", descriptionKey = "kind")
                    String kind,
            @Option(names = "--given-at", paramLabel = "TIME", descriptionKey = "given-at") @Nullable Instant givenAt,
            @Option(names = "--until", paramLabel = "TIME", descriptionKey = "until") @Nullable Instant until,
            @Option(names = "--given-by", paramLabel = "WHO", defaultValue = "SELF", descriptionKey = "given-by")
                    String givenBy,
            @Option(names = "--method", required = true, paramLabel = "TEXT", descriptionKey = "method")
                    String method) {
        var partner = who.partner(terminal());
        var moment = (givenAt == null ? Instant.now() : givenAt).truncatedTo(ChronoUnit.SECONDS);
        var consent = new NewConsent(
                UUID.randomUUID(),
                caseId,
                Subjects.named(subject, caseId, partner, terminal()),
                recipients,
                categories,
                kind,
                explicit,
                moment,
                Optional.ofNullable(until),
                givenBy,
                method);
        show("consent.given", consent.id(), partner.giveConsent(consent));
        return ExitCode.OK.number();
    }

    @Command
    int withdraw(
            @Mixin WhichPartner who, @Parameters(paramLabel = "CONSENT", descriptionKey = "consent") UUID consent) {
        show("consent.withdrawn", consent, who.partner(terminal()).withdrawConsent(consent));
        return ExitCode.OK.number();
    }

    private void show(String text, UUID consent, ConsentView view) {
        terminal().result(view.whole(), () -> {
            terminal().line(terminal().text(text, consent));
            terminal()
                    .line(terminal()
                            .text("recorded", Long.toString(view.receipt().index())));
        });
    }
}
