package nl.spil.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.sdk.PartnerHome;
import nl.spil.sdk.Patience;
import nl.spil.sdk.SpilPartner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which partner speaks, and for which professional: the options that every command of a partner has. */
final class WhichPartner {

    @Option(names = "--as", paramLabel = "NAME", descriptionKey = "as")
    private @Nullable String name;

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    private @Nullable Path folder;

    @Option(names = "--employee", paramLabel = "ID", descriptionKey = "employee")
    private @Nullable String employee;

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "role")
    private @Nullable String role;

    @Option(names = "--patience", paramLabel = "N", defaultValue = "6", descriptionKey = "patience")
    private int attempts;

    SpilPartner partner(Terminal terminal) {
        var patience = new Patience(attempts, Duration.ofSeconds(20));
        var partner = SpilPartner.at(home(terminal), patience, terminal.language());
        return partner.actor()
                .map(usual -> partner.onBehalfOf(professional(usual)))
                .orElse(partner);
    }

    private Actor professional(Actor usual) {
        return new Actor(
                employee == null ? usual.sub() : new EmployeeId(employee),
                role == null ? usual.role() : new ActorRole(role),
                usual.secrecyDuty(),
                usual.assignedUntil(),
                usual.commercialTask());
    }

    /** The folder of a partner that lives there already. */
    PartnerHome home(Terminal terminal) {
        var home = PartnerHome.at(chosen().orElseGet(() -> onlyOne(terminal)));
        if (!home.inhabited()) {
            throw new UsageMistake(terminal.text("home.none", home.path()), hint(terminal));
        }
        return home;
    }

    private Optional<Path> chosen() {
        return folder != null ? Optional.of(folder) : Optional.ofNullable(name).map(everyone()::resolve);
    }

    private static Path onlyOne(Terminal terminal) {
        var all = inhabited();
        if (all.size() != 1) {
            throw new UsageMistake(terminal.text(all.isEmpty() ? "home.noneYet" : "home.which"), hint(terminal));
        }
        return everyone().resolve(all.getFirst());
    }

    private static String hint(Terminal terminal) {
        var all = inhabited();
        return all.isEmpty()
                ? terminal.text("home.hint.register")
                : terminal.text("home.hint.choose", String.join(", ", all));
    }

    private static List<String> inhabited() {
        if (!Files.isDirectory(everyone())) {
            return List.of();
        }
        try (var folders = Files.list(everyone())) {
            return folders.filter(each -> PartnerHome.at(each).inhabited())
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + everyone(), e);
        }
    }

    /** The last checkpoints that the partners on this machine saw. */
    static List<String> checkpoints() {
        return inhabited().stream()
                .flatMap(name -> PartnerHome.at(everyone().resolve(name)).lastCheckpoint().stream())
                .toList();
    }

    /** Where partners live when no folder is named. */
    static Path everyone() {
        var set = System.getenv("SPIL_HOME");
        return set != null ? Path.of(set) : Path.of(System.getProperty("user.home"), ".spil");
    }
}
