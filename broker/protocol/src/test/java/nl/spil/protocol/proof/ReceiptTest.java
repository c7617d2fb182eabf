package nl.spil.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123Z");
    private static final Ed25519CheckpointSigner SIGNER = Ed25519CheckpointSigner.random("log.example/one");
    private static final LogKey KEY = new LogKey(SIGNER.verifierKey(), null);
    private static final Leaf LEAF = new Leaf(
            "disclosure",
            NOW,
            LeafHeader.none()
                    .exchange(new ExchangeId("019d1f7e-5a3b-7c4d-8e5f-0123456789ab"))
                    .from(new Oin("00000099000000001000"))
                    .to(new Oin("00000099000000002000"))
                    .verdict(Verdict.PARTLY)
                    .policy("sha256:" + "0".repeat(64)),
            Sha256.of("a record"));

    @Test
    void a_leaf_is_canonical_json_without_anything_absent() {
        assertThat(Utf8.text(LEAF.bytes()))
                .isEqualTo("{\"dec\":\"partly\",\"ex\":\"019d1f7e-5a3b-7c4d-8e5f-0123456789ab\","
                        + "\"from\":\"00000099000000001000\",\"pol\":\"sha256:" + "0".repeat(64) + "\",\"rec\":\""
                        + Sha256.of("a record") + "\",\"t\":1772355600123,\"to\":\"00000099000000002000\","
                        + "\"type\":\"disclosure\",\"v\":1}");
        assertThat(Leaf.parse(LEAF.bytes())).isEqualTo(LEAF);
    }

    @Test
    void a_leaf_in_another_spelling_is_refused() {
        var text = Utf8.text(LEAF.bytes());

        assertThat(List.of(
                        text.replace(",", ", "),
                        text.replace("\"v\":1", "\"v\":2"),
                        text.replace("\"v\":1", "\"v\":1,\"w\":1"),
                        text.replace("partly", "perhaps"),
                        text.replace("\"t\":1772355600123", "\"t\":\"1772355600123\""),
                        "[]",
                        ""))
                .allSatisfy(other ->
                        assertThatThrownBy(() -> Leaf.parse(Utf8.bytes(other))).isInstanceOf(InvalidProof.class));
    }

    @Test
    void a_receipt_is_checked_with_the_key_of_the_log_alone() {
        var receipt = receipt();

        var proven = receipt.verify(LogKey.parse(KEY.text()));

        assertThat(proven.leaf()).isEqualTo(LEAF);
        assertThat(proven.index()).isEqualTo(5);
        assertThat(proven.checkpoint().size()).isEqualTo(11);
    }

    @Test
    void no_byte_of_a_receipt_can_be_changed() {
        var receipt = receipt();
        var proof = Utf8.bytes(receipt.proof());

        var accepted = new ArrayList<Integer>();
        for (var i = 0; i < proof.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                var changed = proof.clone();
                changed[i] ^= (byte) (1 << bit);
                if (verifies(receipt.index(), receipt.leaf(), changed)) {
                    accepted.add(i);
                }
            }
        }

        assertThat(accepted).isEmpty();
        assertThat(verifies(4, receipt.leaf(), proof)).isFalse();
        assertThat(verifies(5, "A" + receipt.leaf().substring(1), proof)).isFalse();
    }

    private static boolean verifies(long index, String leaf, byte[] proof) {
        try {
            new Receipt(index, leaf, Utf8.text(proof)).verify(KEY);
            return true;
        } catch (IllegalArgumentException | InvalidProof e) {
            return false;
        }
    }

    private static Receipt receipt() {
        var leaves = new ArrayList<>(Trees.leaves(11));
        leaves.set(5, Merkle.leaf(LEAF.bytes()));
        var tree = new TreeView(11, Trees.nodesOf(leaves));
        var checkpoint = new Checkpoint(KEY.origin(), 11, tree.root());
        var note = new SignedNote(checkpoint.text(), List.of(SIGNER.sign(checkpoint, NOW)));
        return Receipt.of(new LeafBytes(LEAF.bytes()), tree.inclusion(5), note.note());
    }
}
