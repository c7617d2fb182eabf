package nl.spil.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.spil.embedded.TestDatabase;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rules an installation lets itself be governed by. */
class ActivationsIT {
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().runtime());
    private final SigningKey key = SigningKey.generateEs256();
    private final List<Activation> recorded = new ArrayList<>();

    @Test
    void the_first_bundle_is_signed_here_and_recorded_once() {
        var bundle = bundle(3);

        assertThat(under(key).admit(bundle)).isSameAs(bundle);
        assertThat(under(key).admit(bundle)).isSameAs(bundle);

        assertThat(recorded).hasSize(1);
        assertThat(recorded.getFirst().policy()).isEqualTo(bundle.version());
    }

    @Test
    void newer_rules_are_taken_and_older_ones_refused() {
        under(key).admit(bundle(3));
        under(key).admit(bundle(4));

        assertThatThrownBy(() -> under(key).admit(bundle(3))).isInstanceOf(BundleRefused.class);
        assertThat(recorded)
                .extracting(activation -> activation.policy().revision())
                .containsExactly(3L, 4L);
    }

    @Test
    void other_rules_under_the_same_revision_are_refused() {
        jdbc.sql(ActivationRecorder.INSERT)
                .params(values(new BundleKey(key).sign(new PolicyVersion(3, "sha256:" + "a".repeat(64)))))
                .update();

        assertThatThrownBy(() -> under(key).admit(bundle(3))).isInstanceOf(BundleRefused.class);
    }

    @Test
    void rules_that_another_installation_signed_are_refused() {
        under(key).admit(bundle(3));

        var elsewhere = under(SigningKey.generateEs256());

        assertThatThrownBy(() -> elsewhere.admit(bundle(3))).isInstanceOf(BundleRefused.class);
        assertThatThrownBy(() -> elsewhere.admit(bundle(4))).isInstanceOf(BundleRefused.class);
    }

    private Activations under(SigningKey bundleKey) {
        return new Activations(jdbc, this::record, new BundleKey(bundleKey), Clock.systemUTC());
    }

    private void record(Activation activation, ActivationRecorder.RowAt row) {
        recorded.add(activation);
        jdbc.sql(ActivationRecorder.INSERT)
                .params(stored(row.values(recorded.size())))
                .update();
    }

    private static List<Object> values(Activation activation) {
        return stored(List.of(
                activation.policy().revision(),
                activation.policy().digest(),
                activation.signedBy().value(),
                activation.signature(),
                java.time.Instant.EPOCH,
                1L));
    }

    private static List<Object> stored(List<Object> values) {
        return values.stream()
                .map(value -> value instanceof java.time.Instant moment ? java.sql.Timestamp.from(moment) : value)
                .toList();
    }

    private static PolicyBundle bundle(long revision) {
        return PolicyBundle.read(name -> {
            try (var stream = ActivationsIT.class.getResourceAsStream("/nl/spil/policies/" + name)) {
                var text = Objects.requireNonNull(stream).readAllBytes();
                return name.equals("manifest.json") ? withRevision(text, revision) : text;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static byte[] withRevision(byte[] manifest, long revision) {
        return new String(manifest, java.nio.charset.StandardCharsets.UTF_8)
                .replaceFirst("\"revision\": *[0-9]+", "\"revision\": " + revision)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
