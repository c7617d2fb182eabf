package nl.spil.sdk.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.proof.Receipt;
import nl.spil.sdk.Collected;
import nl.spil.sdk.Inbox;
import nl.spil.sdk.Refused;
import nl.spil.sdk.SpilPartner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil collect}: fetches, verifies and opens, and writes the contents to a folder. */
@Command(name = "collect")
final class CollectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Parameters(arity = "0..*", paramLabel = "DISCLOSURE", descriptionKey = "disclosure")
    private List<DisclosureId> named = List.of();

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    @Option(names = "--into", paramLabel = "DIR", descriptionKey = "into")
    private @Nullable Path into;

    @Option(names = "--ack", descriptionKey = "ack")
    private boolean acknowledge;

    CollectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var partner = who.partner(terminal);
        var wanted = all ? waiting(partner) : named;
        if (wanted.isEmpty() && !all) {
            throw new UsageMistake(terminal.text("collect.which"), terminal.text("collect.which.hint"));
        }
        var results = new ArrayList<CollectResult>();
        try (var progress = terminal.progress(terminal.text("collect.progress"))) {
            for (var disclosure : wanted) {
                progress.at(results.size(), wanted.size());
                results.add(collected(partner, disclosure, wanted.size() == 1));
            }
        }
        terminal.result(results, () -> results.forEach(result -> result.show(terminal)));
        return code(results).number();
    }

    private static ExitCode code(List<CollectResult> results) {
        return results.stream().anyMatch(CollectResult.Refused.class::isInstance) ? ExitCode.REFUSED : ExitCode.OK;
    }

    /** One that may no longer be collected must not keep the others waiting. */
    private CollectResult collected(SpilPartner partner, DisclosureId disclosure, boolean theOnly) {
        try {
            return result(partner, partner.collect(disclosure));
        } catch (Refused withdrawn) {
            if (theOnly) {
                throw withdrawn;
            }
            return new CollectResult.Refused(
                    disclosure.toString(), withdrawn.problem().whole());
        }
    }

    private static List<DisclosureId> waiting(SpilPartner partner) {
        var found = new ArrayList<DisclosureId>();
        var place = Optional.<String>empty();
        while (true) {
            var page = partner.inbox(place, Duration.ZERO);
            page.entries().stream()
                    .filter(entry -> entry.state() == Inbox.State.WAITING || entry.state() == Inbox.State.COLLECTED)
                    .forEach(entry -> found.add(entry.id()));
            if (page.entries().isEmpty() || page.next().isEmpty() || page.next().equals(place)) {
                return found;
            }
            place = page.next();
        }
    }

    private CollectResult result(SpilPartner partner, Collected collected) {
        var result = switch (collected) {
            case Collected.Opened opened -> written(opened);
            case Collected.Unreadable unreadable ->
                new CollectResult.Unreadable(
                        unreadable.disclosure().toString(),
                        unreadable.exchangeId().value(),
                        unreadable.opening().culprit().name(),
                        Optional.empty());
        };
        return acknowledge ? acknowledged(result, partner.acknowledge(collected.disclosure())) : result;
    }

    private CollectResult.Opened written(Collected.Opened opened) {
        var exchange = opened.exchange();
        var folder = into == null
                ? opened.evidence().resolve("contents")
                : into.resolve(opened.disclosure().toString());
        return new CollectResult.Opened(
                opened.disclosure().toString(),
                opened.exchangeId().value(),
                exchange.claims().sender().value(),
                exchange.claims().caseId().value(),
                exchange.release().partial(),
                Contents.write(exchange, folder),
                opened.evidence().toString(),
                Optional.empty());
    }

    private static CollectResult acknowledged(CollectResult result, Receipt receipt) {
        return switch (result) {
            case CollectResult.Opened it ->
                new CollectResult.Opened(
                        it.disclosure(),
                        it.exchange(),
                        it.sender(),
                        it.caseId(),
                        it.partial(),
                        it.items(),
                        it.evidence(),
                        Optional.of(receipt));
            case CollectResult.Unreadable it ->
                new CollectResult.Unreadable(it.disclosure(), it.exchange(), it.culprit(), Optional.of(receipt));
            case CollectResult.Refused it -> it;
        };
    }
}
