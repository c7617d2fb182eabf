package nl.spil.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import nl.spil.protocol.Json;
import nl.spil.protocol.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fixture for judges of the interface, against what two public scenarios fix. Typed in from "AuthZEN Authorization
 * API 1.0 - Certification Scenario" (OpenID Foundation, section "Required Policy Behaviour") and from the "Todo" interop
 * scenario of the same working group (payload specification).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixtureTest {
    private static final Path FOLDER = Path.of(System.getProperty("spil.root"), "deploy/authzen");

    private Fixture fixture;

    @BeforeAll
    void load() {
        fixture = Fixture.in(FOLDER.resolve("fixture"));
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "alice,      , read  , , record-1,         , true",
        "alice,      , write , , record-1,         , true",
        "bob  ,      , read  , , record-1,         , true",
        "bob  ,      , write , , record-1,         , false",
        "alice,      , write , , record-2, archived, false",
        "bob  , admin, write , , record-2, archived, true",
        "alice,      , delete, true , record-1,    , true",
        "alice,      , delete, false, record-1,    , false",
        // What nobody fixed is refused: unknown names, a missing property, one of another type.
        "eve  ,      , read  , , record-1,         , false",
        "alice,      , read  , , record-9,         , false",
        "alice,      , rename, , record-1,         , false",
        "alice,      , delete, , record-1,         , false",
        "alice,      , delete, 1, record-1,        , false",
    })
    void the_certification_scenario_has_its_fixed_decisions(
            String subject, String role, String action, String soft, String resource, String status, boolean decision) {
        var question = """
                {"subject":{"type":"user","id":"%s","properties":{%s}},"action":{"name":"%s","properties":{%s}},
                 "resource":{"type":"record","id":"%s","properties":{%s}}}""".formatted(
                        subject,
                        role == null ? "" : "\"role\":\"" + role + "\"",
                        action,
                        soft == null ? "" : "\"soft\":" + soft,
                        resource,
                        status == null ? "" : "\"status\":\"" + status + "\"");

        assertThat(permits(question)).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "rick  , fd0614d3, true , true , true , true , true",
        "morty , fd1614d3, true , true , false, true , false",
        "summer, fd2614d3, true , true , false, true , false",
        "beth  , fd3614d3, false, false, false, false, false",
        "jerry , fd4614d3, false, false, false, false, false",
    })
    void the_todo_scenario_has_its_fixed_decisions(
            String name,
            String number,
            boolean create,
            boolean updateOwn,
            boolean updateOthers,
            boolean deleteOwn,
            boolean deleteOthers) {
        var subject = subject(number);
        var own = name + (name.equals("rick") || name.equals("morty") ? "@the-citadel.com" : "@the-smiths.com");
        var others = "squanchy@the-citadel.com";

        assertThat(permits(todo(subject, "can_read_user", "user", ""))).isTrue();
        assertThat(permits(todo(subject, "can_read_todos", "todo", ""))).isTrue();
        assertThat(permits(todo(subject, "can_create_todo", "todo", ""))).isEqualTo(create);
        assertThat(permits(todo(subject, "can_update_todo", "todo", own))).isEqualTo(updateOwn);
        assertThat(permits(todo(subject, "can_update_todo", "todo", others))).isEqualTo(updateOthers);
        assertThat(permits(todo(subject, "can_delete_todo", "todo", own))).isEqualTo(deleteOwn);
        assertThat(permits(todo(subject, "can_delete_todo", "todo", others))).isEqualTo(deleteOthers);
    }

    @Test
    void a_stranger_may_do_nothing_with_the_list() {
        assertThat(permits(todo("nobody", "can_read_todos", "todo", ""))).isFalse();
    }

    @Test
    void what_is_committed_was_built_from_these_sources() throws IOException {
        var lines = new StringBuilder();
        try (var files = Files.walk(FOLDER.resolve("rules"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.append(hex(Files.readAllBytes(file)))
                        .append("  ")
                        .append(FOLDER.relativize(file))
                        .append('\n');
            }
        }
        var manifest = Json.read(Files.readAllBytes(FOLDER.resolve("fixture/manifest.json")), 10_000);

        assertThat(manifest.required("sources").stringValue())
                .as("deploy/authzen/build makes it anew")
                .isEqualTo("sha256:" + hex(lines.toString().getBytes(UTF_8)));
    }

    @Test
    void a_fixture_that_is_not_what_its_manifest_names_is_refused(@TempDir Path copy) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("fixture"))) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var data = Files.readString(copy.resolve("data.json"));
        Files.writeString(
                copy.resolve("data.json"), data.replace("\"bob\":[\"read\"]", "\"bob\":[\"read\",\"write\"]"));

        assertThatThrownBy(() -> Fixture.in(copy)).isInstanceOf(BundleRefused.class);
    }

    private boolean permits(String question) {
        return fixture.permits(question.getBytes(UTF_8));
    }

    /** The scenario's subjects are identity providers' numbers in base64. */
    private static String subject(String number) {
        var raw = "\n$" + number + "-c39a-4781-b7bd-8b96f5a5100d" + "\u0012\u0005local";
        return java.util.Base64.getEncoder().withoutPadding().encodeToString(raw.getBytes(UTF_8));
    }

    private static String todo(String subject, String action, String type, String owner) {
        return """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"%s"},
                 "resource":{"type":"%s","id":"7240d0db-8ff0-41ec-98b2-34a096273b9f","properties":{"ownerID":"%s"}},
                 "context":{}}""".formatted(subject, action, type, owner);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest(bytes));
    }
}
