package nl.spil.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.Item;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SpilPartnerTest {
    private static final Oin CARE = new Oin("00000099000000417004");
    private static final Oin TOWN = new Oin("00000099000000417002");
    private static final CaseId CASE = CaseId.random();
    private static final Pseudonym SOMEONE = Pseudonym.random();
    // One root for the whole run; its age does not matter to any test.
    @SuppressWarnings("TimeInStaticInitializer")
    private static final CertificateAuthority ROOT =
            CertificateAuthority.create("agreed root", Instant.now(), Duration.ofDays(30));

    private final HonestBroker broker = new HonestBroker();

    @TempDir
    private Path folder;

    private SpilPartner care;
    private SpilPartner town;

    @BeforeEach
    void two_partners_with_published_keys() {
        care = partner(CARE, "MENTAL_HEALTH_CARE");
        town = partner(TOWN, "MUNICIPAL_EXECUTIVE");
        care.publishKeys();
        town.publishKeys();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void what_one_partner_sends_the_other_reads_and_acknowledges() {
        var sent = care.send(aSummary());

        var opened = collected();
        var receipt = town.acknowledge(opened.disclosure());

        assertThat(opened.exchange().items()).singleElement().satisfies(item -> {
            assertThat(item.value().asString()).isEqualTo("stabiel met medicatie");
            assertThat(item.subject()).isEqualTo(SOMEONE);
        });
        assertThat(sent.exchange()).contains(opened.exchangeId().value());
        assertThat(receipt.verify(broker.log.key()).leaf().type()).isEqualTo("acknowledged");
    }

    @Test
    void the_broker_is_never_given_anything_it_could_read() {
        care.send(aSummary());

        var carried = new String(broker.exchanges.getFirst(), StandardCharsets.UTF_8);
        assertThat(carried).doesNotContain("stabiel", "medicatie");
    }

    @Test
    void after_a_lost_reply_the_very_same_bytes_go_out_again() {
        broker.repliesToLose = 2;

        var outcome = care.send(aSummary());

        assertThat(broker.exchanges)
                .hasSize(3)
                .allSatisfy(bytes -> assertThat(bytes).isEqualTo(broker.exchanges.getFirst()));
        assertThat(outcome.recipients()).hasSize(1);
        assertThat(town.inbox(Optional.empty(), Duration.ZERO).entries()).hasSize(1);
        assertThat(care.unanswered()).isEmpty();
    }

    @Test
    void what_nobody_answered_for_is_still_there_after_a_restart_and_goes_out_unchanged() {
        broker.repliesToLose = Integer.MAX_VALUE;
        assertThatThrownBy(() -> care.send(aSummary())).isInstanceOf(BrokerUnavailable.class);
        broker.repliesToLose = 0;
        var restarted = reopened(CARE);

        var outcome = restarted.resend(restarted.unanswered().getFirst());

        assertThat(outcome.recipients()).hasSize(1);
        assertThat(broker.exchanges).allSatisfy(bytes -> assertThat(bytes).isEqualTo(broker.exchanges.getFirst()));
        assertThat(restarted.unanswered()).isEmpty();
    }

    @Test
    void asking_again_after_a_lost_reply_is_the_same_collecting() {
        care.send(aSummary());

        collected();
        collected();

        assertThat(broker.collections).hasSize(2);
        assertThat(broker.collections.get(0)).isEqualTo(broker.collections.get(1));
    }

    @Test
    void acknowledging_again_sends_the_same_signed_word() {
        care.send(aSummary());
        var opened = collected();

        town.acknowledge(opened.disclosure());
        reopened(TOWN).acknowledge(opened.disclosure());

        assertThat(broker.acknowledgements.get(1)).isEqualTo(broker.acknowledgements.get(0));
    }

    @Test
    void no_proof_no_data() {
        care.send(aSummary());
        broker.delivering = delivery -> changed(delivery, header -> header.remove("proof"));

        assertThatThrownBy(this::collected).isInstanceOf(VerificationFailed.class);
        assertNothingWasKept();
    }

    @Test
    void a_proof_of_another_entry_is_no_proof() {
        care.send(aSummary());
        var other = broker.log.record(
                "collected", nl.spil.protocol.proof.LeafHeader.none().to(TOWN));
        broker.delivering = delivery -> changed(delivery, header -> header.put("proof", other.proof()));

        assertThatThrownBy(this::collected)
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("recorded");
        assertNothingWasKept();
    }

    @Test
    void a_log_that_shows_another_history_is_caught_and_the_contradiction_kept() {
        care.send(aSummary());
        var honest = broker.log;
        broker.log = honest.fork();
        while (broker.log.size() <= honest.size()) {
            broker.log.record("case-opened", nl.spil.protocol.proof.LeafHeader.none());
        }

        assertThatThrownBy(this::collected)
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("another history");
        assertThat(folder.resolve(TOWN.value()).resolve("log/contradiction")).exists();
        assertNothingWasKept();
    }

    @Test
    void a_log_that_lost_its_tail_is_caught() throws IOException {
        care.send(aSummary());
        collected();
        var last = folder.resolve(TOWN.value()).resolve("log/checkpoint");
        var seen = Files.readString(last);
        broker.log = broker.log.cutTo(broker.log.size() - 3);

        assertThatThrownBy(this::collected)
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("lost entries that it signed for");
        assertThat(last).hasContent(seen);
    }

    @Test
    void a_collecting_that_the_log_calls_something_else_is_no_proof() {
        care.send(aSummary());
        broker.log.renaming = Map.of("collected", "disclosure");

        assertThatThrownBy(this::collected)
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("recorded");
        assertNothingWasKept();
    }

    @Test
    void a_release_by_another_key_than_the_brokers_is_refused() throws IOException {
        care.send(aSummary());
        var stranger = SigningKey.generateEs256().verification().toJwk();
        Files.writeString(folder.resolve(TOWN.value()).resolve("trust/release.jwks"), "{\"keys\":[" + stranger + "]}");

        assertThatThrownBy(this::collected)
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("release");
        assertNothingWasKept();
    }

    @Test
    void keys_that_the_directory_swapped_are_not_sealed_for() {
        var impostor = CertificateAuthority.create("other root", Instant.now(), Duration.ofDays(1));
        var forged = partner(new Oin("00000099000000666666"), TOWN, "MUNICIPAL_EXECUTIVE", impostor);
        forged.publishKeys();

        assertThatThrownBy(() -> care.send(aSummary()))
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("not to be trusted");
        assertThat(broker.exchanges).isEmpty();
    }

    @Test
    void an_older_set_of_keys_cannot_come_back() {
        var before = new java.util.ArrayList<tools.jackson.databind.JsonNode>();
        broker.answeringKeys = now -> {
            before.add(now.deepCopy());
            return now;
        };
        care.keysOf(TOWN);
        town.rotateKeys();
        reopened(CARE).keysOf(TOWN);
        broker.answeringKeys = _ -> before.getFirst();

        assertThatThrownBy(() -> reopened(CARE).keysOf(TOWN))
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("newer set of keys was seen before");
    }

    @Test
    void keys_that_are_not_in_the_log_are_refused() {
        broker.answeringKeys = now -> ((ObjectNode) now.deepCopy())
                .set(
                        "receipt",
                        JsonText.read(JsonText.write(broker.log.record(
                                "keys-changed",
                                nl.spil.protocol.proof.LeafHeader.none().from(TOWN)))));

        assertThatThrownBy(() -> care.keysOf(TOWN))
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("not the ones in the log");
    }

    @Test
    void what_was_sealed_before_a_rotation_still_opens_after_it() {
        care.send(aSummary());
        town.rotateKeys();
        care.rotateKeys();

        assertThat(collected().exchange().items()).hasSize(1);
    }

    @Test
    void secrets_and_contents_are_for_their_owner_alone() throws IOException {
        care.send(aSummary());
        collected();

        try (var files = Files.walk(folder.resolve(TOWN.value()))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void whoever_shares_a_citizen_service_number_lets_the_other_know_who_is_meant() {
        var number = JsonNodeFactory.instance.objectNode().put("burgerservicenummer", "999991772");
        care.send(sending(new Item(new DataCategory("BSN"), AnswerType.SUMMARY, SOMEONE, number)));

        collected();

        assertThat(town.home().register().person(CASE, SOMEONE)).contains(new CitizenServiceNumber("999991772"));
    }

    private void assertNothingWasKept() {
        assertThat(folder.resolve(TOWN.value()).resolve("received"))
                .isDirectoryNotContaining("glob:**/delivery.json")
                .isDirectoryNotContaining("glob:**/evidence.json");
    }

    private Collected.Opened collected() {
        var waiting = town.inbox(Optional.empty(), Duration.ZERO).entries();
        return (Collected.Opened) town.collect(waiting.getLast().id());
    }

    private static byte[] changed(byte[] delivery, java.util.function.Consumer<ObjectNode> change) {
        var tree = (ObjectNode) JsonText.read(delivery);
        change.accept((ObjectNode) tree.path("header"));
        return JsonText.write(tree);
    }

    private static Sending aSummary() {
        return sending(new Item(
                new DataCategory("HEALTH"),
                AnswerType.SUMMARY,
                SOMEONE,
                JsonNodeFactory.instance.stringNode("stabiel met medicatie")));
    }

    private static Sending sending(Item item) {
        var judged = new NecessityRecord(
                true, true, true, new EmployeeId("m-1"), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        return Sending.of(CASE, new Purpose("case-consultation"), List.of(TOWN), List.of(item), judged);
    }

    private SpilPartner partner(Oin oin, String type) {
        return partner(oin, oin, type, ROOT);
    }

    private SpilPartner partner(Oin home, Oin oin, String type, CertificateAuthority root) {
        var where = PartnerHome.at(folder.resolve(home.value()));
        PartnerHomes.furnish(where, oin, type, broker, ROOT, root);
        return at(where);
    }

    private SpilPartner reopened(Oin oin) {
        return at(PartnerHome.at(folder.resolve(oin.value())));
    }

    private static SpilPartner at(PartnerHome home) {
        return SpilPartner.at(
                home, new Patience(4, Duration.ofMillis(1)), Locale.of("nl"), InstantSource.system(), _ -> {});
    }
}
