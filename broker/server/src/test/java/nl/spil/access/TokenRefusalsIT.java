package nl.spil.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for a token in vain leaves a trace: a stranger in the security log, a known partner where it is recorded. */
class TokenRefusalsIT {
    private static final Oin POLICE = new Oin("00000099000000000101");
    private static final Oin STRANGER = new Oin("00000099000000000999");

    private final SigningKey clientKey = SigningKey.generateEs256();
    private Doors doors;
    private TestClient police;
    private TestClient stranger;

    @BeforeEach
    void open(@TempDir Path data) {
        doors = Doors.open(data, Map.of());
        doors.directory().add(POLICE, "POLICE", clientKey.verification(), clientKey.verification());
        police = TestClient.of(doors.settings().address(), POLICE, clientKey);
        stranger = TestClient.of(doors.settings().address(), STRANGER, clientKey);
    }

    @AfterEach
    void close() {
        doors.close();
    }

    @Test
    void a_stranger_is_noted_in_the_security_log_and_nowhere_else() throws Exception {
        try (var lines = SecurityLines.watched()) {
            stranger.askToken("spil.cases", stranger.assertion().signedBy(clientKey), proof(stranger));
            police.askToken("spil.cases", police.assertion().signedBy(SigningKey.generateEs256()), proof(police));

            assertThat(lines.texts())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .contains("POST /oauth2/token", "invalid_client")
                            .doesNotContain("eyJ", STRANGER.value()));
        }
        assertThat(doors.attempts()).isEmpty();
    }

    @Test
    void a_partner_that_asks_for_what_it_cannot_have_is_on_record() throws Exception {
        var operators = police.askToken("spil.operate", police.assertion().signedBy(clientKey), proof(police));
        var unbound = police.askToken("spil.cases", police.assertion().signedBy(clientKey), "");

        assertThat(operators.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(unbound).path("error").stringValue()).isEqualTo("invalid_request");
        assertThat(doors.attempts()).containsExactly(POLICE + " forbidden", POLICE + " forbidden");
    }

    @Test
    void strangers_cannot_fill_the_security_log() throws Exception {
        try (var lines = SecurityLines.watched()) {
            for (var i = 0; i < 200; i++) {
                assertThat(police.raw("GET", "/v1/cases").statusCode()).isEqualTo(401);
            }

            // Ten lines a second; on a slow machine two hundred requests take a few of those.
            assertThat(lines.texts()).hasSizeLessThan(200);
            assertThat(lines.texts().getFirst()).contains("0 others left out");
        }
    }

    private static String proof(TestClient client) {
        return client.proof("POST", "/oauth2/token").signedBy(client.proofKey());
    }
}
