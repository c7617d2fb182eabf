package nl.spil.protocol.seal;

import static nl.spil.protocol.seal.SampleCase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Up to its limits everything works; beyond them the attacks say what happens. */
class LimitsTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MIB = 1024 * 1024;
    /** Salt, name, quotes, commas and brackets around a text. */
    private static final int AROUND = "[\"0123456789012345678901\",\"value\",\"\"]".length();

    private final SampleCase sample = new SampleCase();

    @Test
    void an_exchange_holds_256_items_and_no_more() {
        assertThat(opened(Collections.nCopies(256, text("x"))).exchange().items())
                .hasSize(256);
        assertThatThrownBy(() -> sealed(Collections.nCopies(257, text("x"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealed(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_item_is_one_mebibyte_with_all_that_is_around_it_and_no_more() {
        var largest = "x".repeat(MIB - AROUND);

        assertThat(opened(List.of(text(largest))).exchange().items())
                .singleElement()
                .satisfies(item -> assertThat(item.value().stringValue()).isEqualTo(largest));
        assertThatThrownBy(() -> sealed(List.of(text(largest + "x")))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_exchange_is_four_mebibytes_and_no_more() {
        var item = text("x".repeat(MIB - AROUND));

        assertThat(sealed(Collections.nCopies(2, item)).bytes()).hasSizeLessThan(SealedExchange.MAXIMUM_BYTES);
        assertThatThrownBy(() -> sealed(Collections.nCopies(3, item))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_exchange_has_sixteen_recipients_and_no_more() {
        assertThat(sample.verified(sealedFor(16).bytes()).recipients()).hasSize(16);
        assertThatThrownBy(() -> sealedFor(17)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The disclosure around it is one of the eight levels. */
    @Test
    void a_value_is_seven_levels_deep_and_no_more() {
        assertThat(opened(List.of(nested(7))).exchange().items()).hasSize(1);
        assertThatThrownBy(() -> sealed(List.of(nested(8)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_with_a_fraction_is_never_sealed() {
        assertThatThrownBy(() -> sealed(List.of(item(NODES.numberNode(0.5)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lengths_are_told_in_steps_of_64_bytes_only() {
        for (var length : List.of(0, 1, 19, 20, 63, 64, 65, 1000)) {
            var value = text("x".repeat(length)).value();
            assertThat(ContentDisclosure.write(new byte[16], value).length % 64).isZero();
        }
    }

    private Opening.Opened opened(List<Item> items) {
        var submission = sealed(items);
        var delivery = sample.delivery(submission.bytes(), SampleCase.PROBATION, SealedExchangeTest.all(submission));
        return (Opening.Opened) sample.opener(SampleCase.PROBATION).open(delivery, NOW);
    }

    private SealedSubmission sealed(List<Item> items) {
        return sample.sealer.seal(sample.claims(), items, sample.publicKeys());
    }

    private SealedSubmission sealedFor(int recipients) {
        var keys = new LinkedHashMap<Oin, SealingPublicKey>();
        for (var i = 0; i < recipients; i++) {
            keys.put(
                    new Oin("000000990000000%05d".formatted(i)),
                    SealingKeyPair.generate(sample.random).publicKey());
        }
        var claims = sample.claims(List.copyOf(keys.keySet()), "019a43b2-7c00-7000-8000-00000000000b");
        return sample.sealer.seal(claims, List.of(text("x")), keys);
    }

    private static Item nested(int levels) {
        JsonNode value = NODES.arrayNode();
        for (var i = 1; i < levels; i++) {
            value = NODES.arrayNode().add(value);
        }
        return item(value);
    }

    private static Item text(String text) {
        return item(NODES.stringNode(text));
    }

    private static Item item(JsonNode value) {
        return new Item(new DataCategory("HOUSING"), AnswerType.SUMMARY, SampleCase.SUBJECT, value);
    }
}
