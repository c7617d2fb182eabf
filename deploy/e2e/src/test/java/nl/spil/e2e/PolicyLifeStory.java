package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.spil.protocol.Json;
import nl.spil.sdk.cli.ExitCode;
import nl.spil.sdk.cli.Spil;
import nl.spil.sdk.cli.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a policy author does who has never seen the code: policies/README.md and policies/LIFE.md, command by command, on
 * a broker that runs on all the while.
 */
class PolicyLifeStory {
    private static final String MUNICIPALITY = "00000099000000991001";
    private static final String POLICE = "00000099000000991002";
    private static final String TEAM = "00000099000000991003";
    private static final String PROBATION = "00000099000000991004";
    private static final int MOST = 1 << 24;

    private static final String STORY = "cases/in-a-consultation-probation-hears-of-housing-from-the-municipality-and-"
            + "not-from-a-district-team.yaml";
    private static final String INVARIANT =
            "invariants/in-a-consultation-housing-data-come-to-probation-from-the-municipality.yaml";
    private static final String CELL =
            "          HOUSING: {bases: {statutory_task: SUMMARY}, recipients: *all_but_probation}\n";

    private final Path data = Stage.folder("policy");
    private final Path work = Stage.folder("author");
    private final Path policies = work.resolve("policies");
    private final BrokerProcess broker = BrokerProcess.start(Launch.of(Stage.serverJar(), data));

    @BeforeEach
    void a_copy_of_the_rules() throws IOException {
        var rules = Path.of(System.getProperty("spil.root"), "policies");
        try (var files = Files.walk(rules)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = rules.relativize(file);
                if (!name.startsWith("author") && !name.startsWith("target")) {
                    Files.createDirectories(policies.resolve(name).getParent());
                    Files.copy(file, policies.resolve(name));
                }
            }
        }
    }

    @AfterEach
    void everything_stands_in_the_log_and_the_log_holds() {
        done("verify", "--data", data.toString());
        broker.close();
        Folders.delete(data);
        Folders.delete(work);
    }

    @Test
    void a_changed_cell_comes_into_use_on_a_running_broker_and_goes_back() throws IOException {
        var caseId = consultation();
        assertThat(mayTeamTellProbationOfHousing(caseId)).isFalse();

        // The author changes one cell, and what forbids it speaks.
        replace("tables/sharing.yaml", CELL, "          HOUSING: *facts\n");
        var spoken = spil("policy", "test", "--policies", policies.toString());
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out())
                .contains(
                        "In a consultation probation hears of housing from the municipality and not from a district team")
                .contains(INVARIANT);

        // It is meant: story and invariant follow, the revision is raised.
        replace(
                STORY,
                "permits: [], refuses: {home: [category_not_allowed]}, would_help: {}",
                "permits: [home], refuses: {}");
        replace(INVARIANT, "[MUNICIPAL_EXECUTIVE]", "[MUNICIPAL_EXECUTIVE, NEIGHBOURHOOD_TEAM]");
        var inUse = json(by("municipality", "policy", "show"))
                .at("/status/inUse/revision")
                .asLong();
        replace("tables/revision.yaml", "revision: " + inUse, "revision: " + (inUse + 1));
        var tests = done("policy", "test", "--json", "--policies", policies.toString());
        Files.writeString(work.resolve("tests.json"), tests);
        done("policy", "build", "--policies", policies.toString(), "--out", work.toString());
        var bundle = work.resolve("bundle.tar.gz");

        comesIntoUse(
                inUse + 1,
                bundle,
                true,
                "publish",
                "--bundle",
                bundle.toString(),
                "--tests",
                work.resolve("tests.json").toString());
        assertThat(mayTeamTellProbationOfHousing(caseId)).isTrue();

        // And back, through the same gates.
        done(by(
                "municipality",
                "policy",
                "publish",
                "--again",
                Long.toString(inUse),
                "--revision",
                Long.toString(inUse + 2)));
        var back = work.resolve("back.tar.gz");
        done(by("municipality", "policy", "show", Long.toString(inUse + 2), "--archive", back.toString()));
        comesIntoUse(inUse + 2, back, false);
        assertThat(mayTeamTellProbationOfHousing(caseId)).isFalse();
    }

    /** Publish, replay, review, approve, activate: whatever is left out refuses. */
    private void comesIntoUse(long revision, Path bundle, boolean widens, String... publish) {
        if (publish.length > 0) {
            var line = new ArrayList<>(List.of("policy"));
            line.addAll(List.of(publish));
            done(by("municipality", line.toArray(String[]::new)));
        }
        var number = Long.toString(revision);
        var early = spil(by("police", "policy", "activate", number));
        assertThat(early.code()).isEqualTo(ExitCode.REJECTED.number());
        assertThat(early.err()).contains("not yet replayed", "no positive review", "but its author approved");

        var page = work.resolve("replay-" + revision + ".html");
        var replay = json(
                "policy",
                "replay",
                "--data",
                data.toString(),
                "--candidate",
                bundle.toString(),
                "--html",
                page.toString());
        assertThat(replay.at("/report/counts/" + (widens ? "newlyPermitted" : "newlyRefused"))
                        .asLong())
                .isPositive();
        assertThat(replay.at("/report/changes").toString()).contains("HOUSING", "PROBATION");
        assertThat(page).isNotEmptyFile();

        var ofItsAuthor = spil(by("municipality", "policy", "approve", number));
        assertThat(ofItsAuthor.code()).isNotZero();
        done(by(
                "police",
                "policy",
                "review",
                number,
                "--employee",
                "emp-rac",
                "--verdict",
                "positive",
                "--remarks",
                "Binnen het doel.",
                "--article",
                "Wgs 1.8(6)"));
        done(by("police", "policy", "approve", number));
        done(by("police", "policy", "activate", number));
    }

    private String consultation() {
        register(MUNICIPALITY, "municipality", "MUNICIPAL_EXECUTIVE", "PUBLIC");
        register(POLICE, "police", "POLICE", "PUBLIC");
        register(TEAM, "team", "NEIGHBOURHOOD_TEAM", "PUBLIC");
        register(PROBATION, "probation", "PROBATION", "PRIVATE");
        var id = json(by(
                        "municipality",
                        "case",
                        "open",
                        "--purpose",
                        "case-consultation",
                        "--goal",
                        "testing",
                        "--subject",
                        "ADULT"))
                .required("id")
                .asString();
        for (var stage : List.of("TRIAGE", "ASSESSMENT", "CONSULTATION")) {
            done(by("municipality", "case", "move", id, stage));
        }
        done(by("municipality", "case", "admit", id, PROBATION));
        return id;
    }

    private boolean mayTeamTellProbationOfHousing(String caseId) {
        var asked = spil(by(
                "team",
                "check",
                "--case",
                caseId,
                "--purpose",
                "case-consultation",
                "--to",
                PROBATION,
                "--item",
                "HOUSING:SUMMARY:.",
                "--judged-by",
                "emp-team"));
        assertThat(asked.code()).as(asked.err()).isIn(ExitCode.OK.number(), ExitCode.REFUSED.number());
        return asked.code() == ExitCode.OK.number();
    }

    private void register(String oin, String name, String type, String participantClass) {
        done(
                "partner",
                "register",
                "--data",
                data.toString(),
                "--oin",
                oin,
                "--name",
                name,
                "--type",
                type,
                "--class",
                participantClass,
                "--home",
                home(name),
                "--employee",
                "emp-" + name,
                "--secrecy-duty",
                "--assigned-until",
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusYears(1).toString());
    }

    private String home(String name) {
        return work.resolve(name).toString();
    }

    private String[] by(String name, String... arguments) {
        var line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--home", home(name)));
        return line.toArray(String[]::new);
    }

    private JsonNode json(String... arguments) {
        var line = new ArrayList<>(List.of(arguments));
        line.add("--json");
        return Json.read(done(line.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8), MOST);
    }

    /** What it says; anything but success fails with what it complains of. */
    private String done(String... arguments) {
        var ended = spil(arguments);
        assertThat(ended.code())
                .as("%s: %s", String.join(" ", arguments), ended.err())
                .isZero();
        return ended.out();
    }

    private record Ended(int code, String out, String err) {}

    private static Ended spil(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(stream(out), stream(err), false, Locale.ENGLISH);
        var code = Spil.run(terminal, arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private void replace(String name, String old, String now) {
        try {
            var file = policies.resolve(name);
            var text = Files.readString(file);
            assertThat(text).contains(old);
            Files.writeString(file, text.replace(old, now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
