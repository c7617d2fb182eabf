package nl.spil.decision;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import nl.spil.ledger.LedgerFixture;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the place that is followed serves, only newer rules under our own key are used, and the last good ones stay. */
class FollowedSourceIT {
    private static final String PATH = "/bundles/spil.tar.gz";

    private final LedgerFixture log = LedgerFixture.fresh();
    private final SigningKey key = SigningKey.generateEs256();
    private final PolicyBundles bundles = RunningPolicies.on(log, key);
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void serve() {
        server.start();
    }

    @AfterEach
    void the_ledger_is_whole() {
        server.stop();
        bundles.close();
        log.close();
    }

    @Test
    void newer_rules_under_our_key_are_used_and_asked_for_once() {
        var later = signed(TestBundles.later(1));
        server.stubFor(get(PATH).willReturn(archive(later).withHeader("ETag", "\"one\"")));
        server.stubFor(get(PATH)
                .withHeader("If-None-Match", equalTo("\"one\""))
                .willReturn(aResponse().withStatus(304)));
        var source = followed(Duration.ofSeconds(10));

        source.look();
        source.look();

        assertThat(bundles.version()).isEqualTo(TestBundles.later(1).version());
        assertThat(source.status().failure()).isNull();
        server.verify(1, getRequestedFor(urlPathEqualTo(PATH)).withHeader("If-None-Match", equalTo("\"one\"")));
    }

    @Test
    void an_older_revision_is_refused_by_reason_and_not_fetched_again_and_again() {
        bundles.offer(signed(TestBundles.later(2)), new Mandate.Source());
        server.stubFor(
                get(PATH).willReturn(archive(signed(TestBundles.later(1))).withHeader("ETag", "\"old\"")));
        server.stubFor(get(PATH)
                .withHeader("If-None-Match", equalTo("\"old\""))
                .willReturn(aResponse().withStatus(304)));
        var source = followed(Duration.ofSeconds(10));

        source.look();
        source.look();

        assertThat(refusal().reason()).isEqualTo("not-newer");
        assertThat(refusal().by()).isEqualTo("source");
        assertThat(refusal().revision()).isEqualTo(TestBundles.FIRST + 1);
        assertThat(bundles.version()).isEqualTo(TestBundles.later(2).version());
    }

    @Test
    void rules_under_another_key_or_none_are_refused() {
        var strangers = new BundleKey(SigningKey.generateEs256()).sign(TestBundles.later(1));
        for (var archive : new byte[][] {strangers.bytes(), TestBundles.later(1).bytes()}) {
            server.stubFor(get(PATH).willReturn(archive(archive)));

            followed(Duration.ofSeconds(10)).look();

            assertThat(refusal().reason()).isEqualTo("signature-unknown");
        }
        stays();
    }

    @Test
    void what_is_cut_off_or_something_else_is_refused() {
        var whole = signed(TestBundles.later(1));
        for (var archive : new byte[][] {
            Arrays.copyOf(whole, whole.length / 2), "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8), {}
        }) {
            server.stubFor(get(PATH).willReturn(archive(archive)));

            followed(Duration.ofSeconds(10)).look();

            assertThat(refusal().reason()).isEqualTo("not-whole");
        }
        stays();
    }

    @Test
    void a_slow_broken_or_failing_server_is_said_and_the_last_good_rules_stay() {
        var whole = signed(TestBundles.later(1));
        for (var answer : new ResponseDefinitionBuilder[] {
            archive(whole).withChunkedDribbleDelay(20, 60_000),
            aResponse().withStatus(500),
            aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
            aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            archive(new byte[Tarball.MOST_PACKED + 1])
        }) {
            server.stubFor(get(PATH).willReturn(answer));
            var source = followed(Duration.ofMillis(700));

            source.look();

            assertThat(source.status().failure()).isNotBlank();
        }
        stays();

        server.stubFor(get(PATH).willReturn(archive(whole)));
        followed(Duration.ofSeconds(10)).look();
        assertThat(bundles.version()).isEqualTo(TestBundles.later(1).version());
    }

    @Test
    void a_file_that_is_replaced_is_followed_too(@TempDir Path folder) throws IOException {
        var file = folder.resolve("rules.tar.gz");
        var source = new FollowedSource("file", new FileSource(file), bundles, Clock.systemUTC());
        source.look();
        assertThat(source.status().failure()).contains("NoSuchFile");

        Files.write(file, signed(TestBundles.later(1)));
        source.look();

        assertThat(source.status().failure()).isNull();
        assertThat(bundles.version()).isEqualTo(TestBundles.later(1).version());
    }

    private void stays() {
        assertThat(bundles.version()).isEqualTo(TestBundles.COMMITTED.version());
    }

    private PolicyStatus.LastRefused refusal() {
        return java.util.Objects.requireNonNull(bundles.status(null).lastRefused());
    }

    private FollowedSource followed(Duration longest) {
        var address = URI.create(server.baseUrl() + PATH);
        return new FollowedSource(address.toString(), new HttpSource(address, longest), bundles, Clock.systemUTC());
    }

    private byte[] signed(BundleArchive archive) {
        return new BundleKey(key).sign(archive).bytes();
    }

    private static ResponseDefinitionBuilder archive(byte[] bytes) {
        return aResponse().withHeader("Content-Type", "application/gzip").withBody(bytes);
    }
}
