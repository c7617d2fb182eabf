package nl.spil.protocol.seal;

import static nl.spil.protocol.seal.SampleCase.MUNICIPALITY;
import static nl.spil.protocol.seal.SampleCase.NOW;
import static nl.spil.protocol.seal.SampleCase.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.seal.Opening.Opened;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SealedExchangeTest {
    private final SampleCase sample = new SampleCase();

    @Test
    void a_recipient_opens_exactly_the_items_that_were_kept_for_it() {
        var submission = sample.submission();
        var permitted = Set.of(submission.items().get(0), submission.items().get(3));

        var opening = sample.opener(PROBATION).open(sample.delivery(submission.bytes(), PROBATION, permitted), NOW);

        assertThat(opening).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(opened.exchange().items()).extracting(OpenedItem::id).hasSameElementsAs(permitted);
            assertThat(valuesOf(opened.exchange()))
                    .containsExactlyInAnyOrder(
                            SampleCase.items().get(0).value(),
                            SampleCase.items().get(3).value());
            assertThat(opened.exchange().claims()).isEqualTo(submission.claims());
        });
    }

    @Test
    void every_claim_survives_the_way_there() {
        var full = sample.claimsOnEveryGround();

        var submission = sample.sealer.seal(full, SampleCase.items(), sample.publicKeys());

        assertThat(sample.verified(submission.bytes()).claims()).isEqualTo(full);
    }

    @Test
    void the_broker_sees_labels_and_no_values() {
        var submission = sample.submission();

        var labels = sample.verified(submission.bytes()).labels();

        assertThat(labels).extracting(Label::item).isSorted().hasSameElementsAs(submission.items());
        assertThat(labels).extracting(label -> label.category().code()).contains("POLICE", "HEALTH");
        assertThat(new String(submission.bytes(), StandardCharsets.UTF_8)).doesNotContain("geluidsoverlast");
    }

    @Test
    void the_number_of_signed_digests_tells_little() {
        var submission = sample.submission();

        var parsed = SealedExchange.parse(submission.bytes()).orThrow();

        assertThat(parsed.labels()).hasSize(5);
        assertThat(parsed.toString()).doesNotContain("POLICE");
        assertThat(parsed.recipients().keySet()).containsExactly(MUNICIPALITY, PROBATION);
    }

    @Test
    void what_was_left_out_never_comes_back() {
        var submission = sample.submission();
        var one = Set.of(submission.items().get(0));
        var kept = sample.verified(submission.bytes()).keepFor(MUNICIPALITY, one);

        assertThatThrownBy(() -> kept.narrowTo(new HashSet<>(submission.items())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(kept.narrowTo(one).bytes()).isEqualTo(kept.bytes());
    }

    @Test
    void nothing_is_kept_for_someone_the_sender_did_not_address() {
        var submission = sample.submission();
        var verified = sample.verified(submission.bytes());

        assertThatThrownBy(() -> verified.keepFor(SampleCase.STRANGER, new HashSet<>(submission.items())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_exchange_is_recognised_by_what_was_signed() {
        var submission = sample.submission();

        var parsed = SealedExchange.parse(submission.bytes()).orThrow();

        assertThat(parsed.signedDigest()).isEqualTo(submission.signedDigest());
        assertThat(sample.submission().signedDigest()).isNotEqualTo(submission.signedDigest());
    }

    private static List<JsonNode> valuesOf(OpenedExchange exchange) {
        return exchange.items().stream().map(OpenedItem::value).toList();
    }

    static Set<ContentDigest> all(SealedSubmission submission) {
        return new HashSet<>(submission.items());
    }
}
