package nl.spil.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Ed25519CheckpointSigner ED25519 = Ed25519CheckpointSigner.random("log.example/one");
    private static final MlDsa44CheckpointSigner ML_DSA = MlDsa44CheckpointSigner.random("log.example/one");
    private static final LogKey KEY = new LogKey(ED25519.verifierKey(), ML_DSA.verifierKey());
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.example/one", 7, Trees.leaf(1));

    @Test
    void the_example_note_of_c2sp_verifies_with_its_example_key() {
        var key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        var note = SignedNote.parse("""
                This is an example message.

                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """);

        var signature = note.signatures().getFirst();

        assertThat(signature.keyId()).isEqualTo(key.keyId());
        assertThat(((Ed25519VerifierKey) key).verifies(Utf8.bytes(note.text()), signature.signature()))
                .isTrue();
        assertThat(((Ed25519VerifierKey) key).verifies(Utf8.bytes("Another\n"), signature.signature()))
                .isFalse();
    }

    @Test
    void a_checkpoint_opens_with_the_key_of_its_log_and_with_no_other() {
        var note = signed(ED25519.sign(CHECKPOINT, NOW), ML_DSA.sign(CHECKPOINT, NOW));
        var other = new LogKey(Ed25519CheckpointSigner.random("log.example/one").verifierKey(), null);

        assertThat(KEY.open(note)).isEqualTo(CHECKPOINT);
        assertThat(KEY.lasting(note)).isTrue();
        assertThatThrownBy(() -> other.open(note)).isInstanceOf(InvalidProof.class);
    }

    @Test
    void the_classical_signature_must_be_there_and_a_wrong_lasting_one_spoils_the_whole() {
        var ed25519 = ED25519.sign(CHECKPOINT, NOW);
        var another = new Checkpoint("log.example/one", 8, Trees.leaf(1));

        assertThat(KEY.open(signed(ed25519))).isEqualTo(CHECKPOINT);
        assertThat(KEY.lasting(signed(ed25519))).isFalse();
        assertThatThrownBy(() -> KEY.open(signed(ML_DSA.sign(CHECKPOINT, NOW)))).isInstanceOf(InvalidProof.class);
        assertThatThrownBy(() -> KEY.open(signed(ed25519, ML_DSA.sign(another, NOW))))
                .isInstanceOf(InvalidProof.class);
    }

    @Test
    void no_byte_of_a_signed_checkpoint_can_be_changed() {
        var bytes = Utf8.bytes(signed(ED25519.sign(CHECKPOINT, NOW)).note());

        var accepted = new ArrayList<Integer>();
        for (var i = 0; i < bytes.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                var changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                if (opens(changed)) {
                    accepted.add(i);
                }
            }
        }

        assertThat(accepted).isEmpty();
    }

    @Test
    void keys_survive_their_text_form_and_a_key_whose_id_does_not_fit_is_refused() {
        var classical = CheckpointSigner.parse(ED25519.secret());
        var lasting = CheckpointSigner.parse(ML_DSA.secret());

        assertThat(LogKey.parse(KEY.text()).text()).isEqualTo(KEY.text());
        assertThat(KEY.open(signed(classical.sign(CHECKPOINT, NOW), lasting.sign(CHECKPOINT, NOW))))
                .isEqualTo(CHECKPOINT);
        assertThatThrownBy(() -> VerifierKey.parse(ED25519.verifierKey().vkey().replace("log.example", "log.example2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_has_three_lines_and_one_spelling() {
        var root = Trees.leaf(1).base64();

        assertThat(Checkpoint.parse("o\n1\n" + root + "\n")).isEqualTo(new Checkpoint("o", 1, Trees.leaf(1)));
        assertThat(List.of(
                        "o\n01\n" + root + "\n",
                        "o\n-1\n" + root + "\n",
                        "o\n1\n" + root,
                        "o\n1\n" + root + "\nmore\n",
                        "\n1\n" + root + "\n",
                        "o o\n1\n" + root + "\n",
                        "o\n1\nAAAA\n"))
                .allSatisfy(text ->
                        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class));
    }

    private static SignedNote signed(NoteSignature... signatures) {
        return new SignedNote(CHECKPOINT.text(), List.of(signatures));
    }

    private static boolean opens(byte[] note) {
        try {
            KEY.open(SignedNote.parse(Utf8.text(note)));
            return true;
        } catch (IllegalArgumentException | InvalidProof e) {
            return false;
        }
    }
}
