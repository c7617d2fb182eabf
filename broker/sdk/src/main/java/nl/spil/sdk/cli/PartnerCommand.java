package nl.spil.sdk.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.sdk.Operator;
import nl.spil.sdk.PartnerHome;
import nl.spil.sdk.Patience;
import nl.spil.sdk.Profile;
import nl.spil.sdk.SpilPartner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spil partner}: what the operator does with partners, on the machine of the broker. */
@Command(name = "partner")
final class PartnerCommand extends Group {
    private static final String DATA = "${user.home}/.spil/broker";
    private static final Patience PATIENCE = new Patience(4, Duration.ofSeconds(5));

    PartnerCommand(Terminal terminal) {
        super(terminal);
    }

    @Command
    int register(
            @Option(names = "--data", paramLabel = "DIR", defaultValue = DATA, descriptionKey = "data") Path data,
            @Option(names = "--oin", required = true, paramLabel = "OIN", descriptionKey = "oin") Oin oin,
            @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "name") String name,
            @Option(names = "--type", required = true, paramLabel = "TYPE", descriptionKey = "partner-type")
                    PartnerType type,
            @Option(names = "--class", required = true, paramLabel = "CLASS", descriptionKey = "class")
                    ParticipantClass participantClass,
            @Option(names = "--as", paramLabel = "NAME", descriptionKey = "as") @Nullable String as,
            @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home") @Nullable Path folder,
            @Option(names = "--employee", required = true, paramLabel = "ID", descriptionKey = "employee")
                    String employee,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "PARTICIPANT_PROFESSIONAL",
                            descriptionKey = "role")
                    String role,
            @Option(names = "--secrecy-duty", descriptionKey = "secrecy-duty") boolean secrecyDuty,
            @Option(names = "--commercial-task", descriptionKey = "commercial-task") boolean commercialTask,
            @Option(names = "--assigned-until", required = true, paramLabel = "DATE", descriptionKey = "assigned-until")
                    LocalDate assignedUntil,
            @Option(names = "--no-publish", descriptionKey = "no-publish") boolean withoutKeys) {
        var operator = Operator.of(data, PATIENCE, terminal().language());
        var actor = new Actor(
                new EmployeeId(employee), new ActorRole(role), secrecyDuty, endOf(assignedUntil), commercialTask);
        var profile = new Profile(oin, name, type, participantClass, operator.address(), Optional.of(actor));
        var home = PartnerHome.at(home(folder, as, name));
        var receipt = operator.register(profile, home);
        if (!withoutKeys) {
            SpilPartner.at(home, PATIENCE, terminal().language()).publishKeys();
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("oin", oin.value());
        result.put("home", home.path().toString());
        result.put("receipt", receipt);
        terminal().result(result, () -> {
            terminal().line(terminal().text("partner.registered", name, oin, home.path()));
            terminal().line(terminal().text("recorded", Long.toString(receipt.index())));
        });
        return ExitCode.OK.number();
    }

    @Command
    int credentials(
            @Option(names = "--data", paramLabel = "DIR", defaultValue = DATA, descriptionKey = "data") Path data,
            @Mixin WhichPartner who) {
        var home = who.home(terminal());
        var receipt = Operator.of(data, PATIENCE, terminal().language()).renewClientKey(home);
        terminal().result(Map.of("receipt", receipt), () -> {
            terminal()
                    .line(terminal().text("partner.credentials", home.profile().name()));
            terminal().line(terminal().text("recorded", Long.toString(receipt.index())));
        });
        return ExitCode.OK.number();
    }

    private static Path home(@Nullable Path folder, @Nullable String as, String name) {
        return folder != null ? folder : WhichPartner.everyone().resolve(as != null ? as : folderName(name));
    }

    private static String folderName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneId.of("Europe/Amsterdam")).toInstant();
    }

    @Command
    int list(@Option(names = "--data", paramLabel = "DIR", defaultValue = DATA, descriptionKey = "data") Path data) {
        var list = Operator.of(data, PATIENCE, terminal().language()).partners();
        terminal()
                .result(
                        list,
                        () -> list.path("items")
                                .valueStream()
                                .forEach(each -> terminal()
                                        .line("%s  %-28s %-10s %s"
                                                .formatted(
                                                        each.path("oin").asString(""),
                                                        each.path("type").asString(""),
                                                        each.path("participantClass")
                                                                .asString(""),
                                                        each.path("name").asString("")))));
        return ExitCode.OK.number();
    }
}
