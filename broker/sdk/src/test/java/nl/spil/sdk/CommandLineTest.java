package nl.spil.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.sdk.cli.Spil;
import nl.spil.sdk.cli.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The command line against a broker: what it prints for people and machines, and with which number it ends. */
class CommandLineTest {
    private static final Locale DUTCH = Locale.of("nl");
    private static final Oin CARE = new Oin("00000099000000417004");
    private static final Oin TOWN = new Oin("00000099000000417002");
    // One root for the whole run; its age does not matter to any test.
    @SuppressWarnings("TimeInStaticInitializer")
    private static final CertificateAuthority ROOT =
            CertificateAuthority.create("agreed root", Instant.now(), Duration.ofDays(30));

    private final HonestBroker broker = new HonestBroker();
    private final CaseId caseId = CaseId.random();
    private final Pseudonym someone = Pseudonym.random();

    @TempDir
    private Path folder;

    private String care = "";
    private String town = "";

    @BeforeEach
    void two_partners() {
        care = home(CARE, "MENTAL_HEALTH_CARE");
        town = home(TOWN, "MUNICIPAL_EXECUTIVE");
        spil("keys", "publish", "--home", care);
        spil("keys", "publish", "--home", town);
    }

    private String home(Oin oin, String type) {
        var path = folder.resolve(oin.value());
        PartnerHomes.furnish(PartnerHome.at(path), oin, type, broker, ROOT, ROOT);
        return path.toString();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void every_step_gives_a_machine_one_json_document_and_nothing_else() {
        var keys = json(spil("keys", "list", "--home", care, TOWN.value(), "--json"));
        var sent = json(send("--json"));
        var inbox = json(spil("inbox", "--home", town, "--json"));
        var id = inbox.path("entries").path(0).path("id").asString("");
        var collected = json(spil("collect", id, "--home", town, "--json"));
        var acknowledged = json(spil("ack", id, "--home", town, "--json"));

        assertThat(keys.path("partner").asString("")).isEqualTo(TOWN.value());
        assertThat(keys.path("signing").size()).isEqualTo(1);
        assertThat(sent.path("recipients").path(0).path("disclosure").asString(""))
                .isNotEmpty();
        assertThat(collected.path(0).path("sender").asString("")).isEqualTo(CARE.value());
        assertThat(collected.path(0).path("items").size()).isEqualTo(1);
        assertThat(acknowledged.path("receipt").path("proof").asString("")).startsWith("c2sp.org/tlog-proof@v1");
    }

    @Test
    void a_person_reads_each_step_in_dutch_and_in_english() {
        for (var language : List.of("nl", "en")) {
            var sent = send("--lang", language);
            var inbox = spil("inbox", "--home", town, "--lang", language);
            var collected = spil("collect", "--all", "--ack", "--home", town, "--lang", language);

            var recorded = language.equals("en") ? "Recorded in the log as number" : "Vastgelegd";
            assertThat(sent.out()).contains(recorded, TOWN.value());
            assertThat(inbox.out()).contains(caseId.value());
            assertThat(collected.out()).contains(CARE.value()).doesNotContain("slaapt slecht");
            assertThat(Stream.of(sent, inbox, collected))
                    .allMatch(run -> run.code() == 0 && run.err().isEmpty());
        }
    }

    @Test
    void the_contents_stand_in_a_file_and_not_on_the_screen() throws IOException {
        send();
        var into = folder.resolve("contents");

        spil("collect", "--all", "--home", town, "--into", into.toString());

        try (var files = Files.walk(into)) {
            assertThat(files.filter(Files::isRegularFile).map(CommandLineTest::text))
                    .anyMatch(text -> text.contains("slaapt slecht"));
        }
    }

    /** The numbers that scripts rely on; they never change meaning. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "403 | {\"code\":\"refused\",\"reasons\":[{\"code\":\"not_in_case\",\"sentence\":\"Neemt niet deel.\"}]} | 3",
                "404 | {\"code\":\"not-found\",\"title\":\"Niet gevonden\"} | 4",
                "410 | {\"code\":\"ended\",\"title\":\"Voorbij\"} | 4",
                "500 | {\"code\":\"failed\"} | 5",
                "503 | {\"code\":\"unavailable\"} | 5",
                "400 | {\"code\":\"malformed\",\"problems\":[{\"code\":\"member-missing\",\"pointer\":\"/x\"}]} | 7",
                "409 | {\"code\":\"conflict\"} | 7",
                "403 | {\"code\":\"forbidden\"} | 8",
                "418 | not JSON at all | 5",
            })
    void each_way_a_broker_can_answer_has_its_own_number(int status, String body, int code) {
        broker.denying = new HonestBroker.Denial(status, body);

        var plain = spil("inbox", "--home", town, "--patience", "1");
        var json = spil("inbox", "--home", town, "--patience", "1", "--json");

        assertThat(plain.code()).as(plain.err()).isEqualTo(code);
        assertThat(plain.err()).startsWith("spil: ").doesNotContain("Exception", "\tat ");
        assertThat(plain.out()).isEmpty();
        assertThat(json.code()).isEqualTo(code);
        assertThat(json.err()).isEmpty();
        assertThat(json(json.out()).path("error").path("exitCode").asInt()).isEqualTo(code);
        assertThat(json(json.out()).path("error").path("hint").asString("")).isNotEmpty();
    }

    @Test
    void the_reasons_of_a_refusal_are_said_and_the_problems_of_a_request_too() {
        broker.denying = new HonestBroker.Denial(
                403,
                "{\"code\":\"refused\",\"reasons\":[{\"code\":\"not_in_case\",\"sentence\":\"Neemt niet deel.\"}]}");
        assertThat(spil("inbox", "--home", town).err()).contains("Neemt niet deel. [not_in_case]");

        broker.denying = new HonestBroker.Denial(
                400, "{\"code\":\"malformed\",\"problems\":[{\"code\":\"member-missing\",\"pointer\":\"/case\"}]}");
        assertThat(spil("inbox", "--home", town).err()).contains("/case: member-missing");
    }

    @Test
    void what_does_not_check_out_ends_with_its_own_number_and_leaves_nothing() {
        send();
        broker.delivering = delivery -> {
            var tree = (ObjectNode) JsonText.read(delivery);
            ((ObjectNode) tree.path("header")).remove("proof");
            return JsonText.write(tree);
        };

        var collected = spil("collect", "--all", "--home", town);

        assertThat(collected.code()).isEqualTo(6);
        assertThat(collected.err()).contains("Vertrouw dit niet");
        assertThat(Path.of(town, "received")).isDirectoryNotContaining("glob:**/delivery.json");
    }

    @Test
    void a_receipt_is_checked_offline_and_a_changed_one_is_refused() throws IOException {
        var receipt = json(spil("keys", "publish", "--home", care, "--json"));
        var file = folder.resolve("receipt.json");
        Files.writeString(file, receipt.toString());
        broker.denying = new HonestBroker.Denial(503, "{}");

        var sound = spil("verify", "receipt", file.toString(), "--home", care, "--json");
        var told = spil("verify", "receipt", file.toString(), "--home", care);
        Files.writeString(file, receipt.toString().replaceFirst("nindex \\d+", "nindex 0"));
        var broken = spil("verify", "receipt", file.toString(), "--home", care);

        assertThat(json(sound).path("sound").asBoolean()).isTrue();
        assertThat(json(sound).path("type").asString("")).isEqualTo("keys-changed");
        assertThat(told.out()).contains("keys-changed", CARE.value());
        assertThat(broken.code()).isEqualTo(6);
    }

    @Test
    void a_disk_that_does_not_cooperate_is_said_to_be_one() throws IOException {
        send();
        var file = Files.writeString(folder.resolve("in-the-way"), "");

        var collected = spil("collect", "--all", "--home", town, "--into", file.toString());

        assertThat(collected.code()).isEqualTo(1);
        assertThat(collected.err()).contains("Kijk of de map bestaat").doesNotContain("\tat ");
    }

    @Test
    void whoever_watches_sees_progress_that_goes_away_and_a_script_sees_none() {
        send();

        var watched = run(true, DUTCH, "collect", "--all", "--home", town);
        var unwatched = run(false, DUTCH, "collect", "--all", "--home", town);

        assertThat(watched.err()).contains("\r\033[K").endsWith("\r\033[K").contains("0/1");
        assertThat(unwatched.err()).isEmpty();
        assertThat(watched.out()).isNotEmpty();
    }

    private Run send(String... more) {
        var arguments = Stream.of(
                "send",
                "--home",
                care,
                "--case",
                caseId.value(),
                "--purpose",
                "case-consultation",
                "--to",
                TOWN.value(),
                "--item",
                "HEALTH:SUMMARY:" + someone.value() + ":slaapt slecht",
                "--judged-by",
                "m-3");
        return spil(Stream.concat(arguments, Arrays.stream(more)).toArray(String[]::new));
    }

    private record Run(int code, String out, String err) {}

    private static Run spil(String... arguments) {
        var english = List.of(arguments).containsAll(List.of("--lang", "en"));
        return run(false, english ? Locale.ENGLISH : DUTCH, arguments);
    }

    private static Run run(boolean watched, Locale language, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(stream(out), stream(err), watched, language);
        var code = Spil.run(terminal, arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static JsonNode json(Run run) {
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return json(run.out());
    }

    private static JsonNode json(String text) {
        return JsonText.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
