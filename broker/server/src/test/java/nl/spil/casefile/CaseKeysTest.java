package nl.spil.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nl.spil.protocol.CaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseKeysTest {
    private static final byte[] WORDS = "goal".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_for_one_case_or_place_opens_in_no_other() {
        var key = new byte[32];
        var one = new CaseKey(CaseId.random(), key);
        var sealed = one.seal("goal", WORDS);

        assertThat(one.open("goal", sealed)).isEqualTo(WORDS);
        assertThatThrownBy(() -> one.open("consent", sealed)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> new CaseKey(CaseId.random(), key).open("goal", sealed))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void every_changed_byte_is_noticed() {
        var key = new CaseKey(CaseId.random(), new byte[32]);
        var sealed = key.seal("goal", WORDS);

        for (var i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.open("goal", changed)).isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(() -> key.open("goal", new byte[0])).isInstanceOf(Unreadable.class);
    }

    @Test
    void the_epoch_key_is_made_once_and_only_its_owner_reads_it() throws IOException {
        var file = folder.resolve("keys").resolve("epoch");
        var wrapped = EpochKey.in(file).key().seal("place", WORDS);

        assertThat(EpochKey.in(file).key().open("place", wrapped)).isEqualTo(WORDS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void another_epoch_key_opens_nothing() {
        var wrapped = EpochKey.in(folder.resolve("one")).key().seal("place", WORDS);
        var other = EpochKey.in(folder.resolve("other"));

        assertThatThrownBy(() -> other.key().open("place", wrapped)).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_key_prints_no_secret() {
        assertThat(new CaseKey(CaseId.random(), new byte[32]).toString()).startsWith("key of case");
    }
}
