package nl.spil.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.spil.access.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_and_a_port_are_enough_to_try_it() {
        var settings = read(Map.of("spil.data", folder.toString(), "server.port", "8123"));

        assertThat(settings.mode()).isEqualTo(Mode.EMBEDDED);
        assertThat(settings.address()).hasToString("http://127.0.0.1:8123");
        assertThat(settings.issuer()).isEqualTo(settings.address());
    }

    @Test
    void port_0_is_chosen_before_anything_starts() {
        var settings = read(Map.of("spil.data", folder.toString(), "server.port", "0"));

        assertThat(settings.listening().port()).isPositive();
        assertThat(settings.address().getPort()).isEqualTo(settings.listening().port());
    }

    @Test
    void everything_wrong_comes_out_in_one_list() {
        var complaints = complaints(Map.of(
                "spil.mode",
                "PRODUCTION",
                "server.address",
                "0.0.0.0",
                "server.port",
                "http",
                "spil.databse.url",
                "x"));

        assertThat(complaints)
                .containsExactly(
                        "spil.databse.url is not a setting of Spil",
                        "spil.data is missing: the folder in which the broker keeps everything",
                        "spil.mode is not EMBEDDED or EXTERNAL",
                        "server.port is not a port",
                        "server.address is not loopback: in mode EMBEDDED the broker serves this machine only");
    }

    @Test
    void a_fixture_for_judges_is_a_folder_with_a_bundle_and_stays_on_one_machine() throws Exception {
        var fixture = Map.of("spil.data", folder.toString(), "spil.authzen.fixture", folder.toString());

        assertThat(complaints(fixture)).containsExactly("spil.authzen.fixture is not a folder with a bundle");
        Files.writeString(folder.resolve("manifest.json"), "{}");
        assertThat(read(fixture).authzenFixture()).hasValue(folder);
        var external = new HashMap<>(fixture);
        external.put("spil.mode", "EXTERNAL");
        assertThat(complaints(external))
                .anySatisfy(complaint -> assertThat(complaint).startsWith("spil.authzen.fixture is for judging"));
    }

    @Test
    void an_opa_server_is_on_this_machine_or_proves_its_name() {
        for (var sound : List.of("http://127.0.0.1:8181", "http://localhost:8181/", "https://opa.example")) {
            assertThat(read(withOpa(sound)).opa()).as(sound).hasValue(java.net.URI.create(sound));
        }
        assertThat(complaints(withOpa("http://opa.example:8181")))
                .containsExactly("spil.policy.opa.url is weak: it must start with https");
        assertThat(complaints(withOpa("ftp://127.0.0.1/"))).containsExactly("spil.policy.opa.url is not http or https");
        assertThat(complaints(withOpa("http://spil:secret@127.0.0.1:8181")))
                .containsExactly("spil.policy.opa.url must not hold a name or password");
        assertThat(complaints(withOpa("127.0.0.1:8181")))
                .containsExactly("spil.policy.opa.url is not an absolute address");
    }

    private Map<String, String> withOpa(String address) {
        return Map.of("spil.data", folder.toString(), "spil.policy.opa.url", address);
    }

    @Test
    void an_installation_misses_everything_it_was_not_told() {
        var complaints = complaints(Map.of("spil.data", folder.toString(), "spil.mode", "EXTERNAL"));

        assertThat(complaints)
                .extracting(complaint -> complaint.substring(0, complaint.indexOf(' ')))
                .containsExactly(
                        "spil.address",
                        "spil.issuer",
                        "spil.operator.oin",
                        "spil.operator.name",
                        "spil.trust.root",
                        "spil.database.url",
                        "spil.database.owner",
                        "spil.database.owner-password",
                        "spil.database.runtime",
                        "spil.database.runtime-password");
    }

    @Test
    void a_sound_installation_is_accepted() throws Exception {
        var settings = read(installation());

        assertThat(settings.mode()).isEqualTo(Mode.EXTERNAL);
        assertThat(settings.database()).isPresent();
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void a_database_connection_that_anyone_can_read_is_weak() throws Exception {
        var given = installation();
        given.put("spil.database.url", "jdbc:postgresql://db.example/spil?sslmode=require");

        assertThat(complaints(given))
                .containsExactly("spil.database.url is weak: it must say sslmode=verify-full unless the database is on"
                        + " loopback");
    }

    @Test
    void an_address_that_undoes_the_protection_it_promises_is_weak() throws Exception {
        var given = installation();
        given.put(
                "spil.database.url",
                "jdbc:postgresql://db.example,127.0.0.1/spil?sslmode=verify-full&SSLMODE=disable"
                        + "&sslfactory=org.postgresql.ssl.NonValidatingFactory&password=x");

        assertThat(complaints(given))
                .containsExactly(
                        "spil.database.url is weak: it must say sslmode=verify-full unless the database is on loopback",
                        "spil.database.url is weak: it must not say sslfactory",
                        "spil.database.url is weak: it must not say password");
    }

    @Test
    void everything_wrong_with_an_installation_comes_out_in_one_list() throws Exception {
        var given = installation();
        var certificates = new TestCertificates();
        var key = TestCertificates.pem(
                folder.resolve("server.key"), certificates.issue("a").keys().getPrivate());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        given.put("spil.data", " ");
        given.put("server.port", "70000");
        given.put("spil.addres", "https://spil.example");
        given.remove("spil.address");
        given.put("spil.issuer", "http://login.example");
        given.put("spil.operator.oin", "42");
        given.put("spil.operator.name", "");
        given.put("spil.database.url", "jdbc:postgresql://db.example/spil");
        given.put("spil.database.runtime", "spil_owner");
        given.remove("spil.database.runtime-password");
        given.put(
                "spil.tls.certificate",
                TestCertificates.pem(
                                folder.resolve("server.pem"),
                                certificates.issue("b").certificate())
                        .toString());
        given.put("spil.tls.key", key.toString());
        given.put(
                "spil.tls.trust",
                Files.writeString(folder.resolve("trust.pem"), "no certificate").toString());
        given.put("spil.trust.root", folder.toString());
        given.put("spil.partnership.id", "zvh");
        given.put("management.endpoints.web.exposure.include", "*");

        assertThat(complaints(given))
                .containsExactly(
                        "management.endpoints.web.exposure.include is not a setting of Spil",
                        "spil.addres is not a setting of Spil",
                        "spil.data is missing: the folder in which the broker keeps everything",
                        "spil.tls.key is weak: everyone can read it",
                        "spil.tls.key is not the key of spil.tls.certificate",
                        "spil.tls.trust is not a file with certificates (PEM)",
                        "server.port is not a port",
                        "spil.address is missing: the address at which partners reach the broker",
                        "spil.issuer is weak: it must start with https",
                        "spil.operator.oin is not an OIN of twenty digits",
                        "spil.operator.name is missing: the name of the organisation that runs the broker",
                        "spil.database.url is weak: it must say sslmode=verify-full unless the database is on loopback",
                        "spil.database.runtime-password is missing: the password of the daily role",
                        "spil.database.runtime is weak: it must be another role than the owner",
                        "spil.trust.root is not a readable file",
                        "spil.partnership.id, .agreement-from and .agreement-until are given together");
    }

    @Test
    void one_role_for_everything_is_weak() throws Exception {
        var given = installation();
        given.put("spil.database.runtime", "spil_owner");

        assertThat(complaints(given))
                .containsExactly("spil.database.runtime is weak: it must be another role than the owner");
    }

    @Test
    void serving_others_without_tls_is_refused() throws Exception {
        var given = installation();
        given.put("server.address", "0.0.0.0");

        assertThat(complaints(given))
                .singleElement()
                .asString()
                .contains("without TLS the broker serves loopback only");
    }

    @Test
    void tokens_from_an_issuer_without_tls_are_weak() throws Exception {
        var given = installation();
        given.put("spil.issuer", "http://login.example");

        assertThat(complaints(given)).containsExactly("spil.issuer is weak: it must start with https");
    }

    @Test
    void an_environment_variable_spells_a_setting_in_its_own_way() {
        var given = Map.of("spil.data", folder.toString());

        var settings = SettingsReader.read(List.of("spil.data", "spil.database.owner.password"), given::get);

        assertThat(settings.data()).isEqualTo(folder);
    }

    private Map<String, String> installation() throws Exception {
        var root = TestCertificates.pem(folder.resolve("root.pem"), new TestCertificates().root());
        var given = new HashMap<String, String>();
        given.put("spil.data", folder.toString());
        given.put("spil.mode", "external");
        given.put("spil.address", "https://spil.example");
        given.put("spil.issuer", "https://login.example/realms/zvh");
        given.put("spil.operator.oin", "00000099000000000042");
        given.put("spil.operator.name", "Zorg- en Veiligheidshuis");
        given.put("spil.trust.root", root.toString());
        given.put("spil.database.url", "jdbc:postgresql://db.example/spil?sslmode=verify-full");
        given.put("spil.database.owner", "spil_owner");
        given.put("spil.database.owner-password", "secret-1");
        given.put("spil.database.runtime", "spil_broker");
        given.put("spil.database.runtime-password", "secret-2");
        return given;
    }

    private static Settings read(Map<String, String> given) {
        return SettingsReader.read(given.keySet(), given::get);
    }

    private static List<String> complaints(Map<String, String> given) {
        var refused = catchThrowableOfType(SettingsRefused.class, () -> read(given));
        return refused.complaints();
    }
}
