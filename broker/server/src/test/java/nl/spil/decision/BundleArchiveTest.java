package nl.spil.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleArchiveTest {
    private static final BundleArchive COMMITTED = BundleArchive.committed();

    @Test
    void what_was_packed_is_what_is_read_and_packing_it_again_gives_the_same_bytes() {
        var packed = COMMITTED.bytes();

        var read = BundleArchive.read(packed);

        assertThat(read.version()).isEqualTo(PolicyBundle.committed().version());
        assertThat(read.bundle().rules()).isEqualTo(PolicyBundle.committed().rules());
        assertThat(read.bytes()).isEqualTo(packed);
    }

    @Test
    void a_signature_travels_with_the_files_it_is_about() {
        var signed = COMMITTED.signed("{\"signatures\":[\"x\"]}".getBytes(UTF_8));

        var read = BundleArchive.read(signed.bytes());

        assertThat(read.file(BundleArchive.SIGNATURES)).hasValue("{\"signatures\":[\"x\"]}".getBytes(UTF_8));
        assertThat(COMMITTED.file(BundleArchive.SIGNATURES)).isEmpty();
        assertThat(read.version()).isEqualTo(COMMITTED.version());
    }

    @Test
    void an_opa_server_finds_in_it_which_bundle_it_is() {
        var version = COMMITTED.version();

        assertThat(new String(COMMITTED.file(BundleArchive.MANIFEST).orElseThrow(), UTF_8))
                .contains("\"revision\":\"" + version.revision() + "@" + version.digest() + "\"")
                .contains("\"roots\":[\"spil\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy.wasm", "data.json", "obligations.json", "texts.json", "manifest.json", ".manifest"})
    void a_changed_file_refuses_the_archive(String changed) {
        var files = COMMITTED.files();
        var bytes = COMMITTED.file(changed).orElseThrow();
        bytes[placeThatCounts(changed, bytes)] ^= 1;
        files.put(changed, bytes);

        refused(Tarball.packed(files));
    }

    /** A manifest also says from which sources a bundle was built, which is for people and checked by nobody here. */
    private static int placeThatCounts(String file, byte[] bytes) {
        var bundle = "\"bundle\": \"sha256:";
        return file.equals("manifest.json")
                ? new String(bytes, UTF_8).indexOf(bundle) + bundle.length()
                : bytes.length / 3;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy.wasm",
                "data.json",
                "obligations.json",
                "texts.json",
                "manifest.json",
                ".manifest",
                "question.schema.json",
                "answer.schema.json"
            })
    void a_missing_file_refuses_the_archive(String missing) {
        var files = COMMITTED.files();
        files.remove(missing);

        refused(Tarball.packed(files));
    }

    @Test
    void a_manifest_that_names_another_revision_than_the_tables_is_refused() {
        var files = COMMITTED.files();
        var other = COMMITTED.version().revision() + 1;
        replace(files, "manifest.json", "\"revision\": " + COMMITTED.version().revision(), "\"revision\": " + other);
        files.remove(BundleArchive.MANIFEST);

        assertThatThrownBy(() -> BundleArchive.of(files))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("data.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra.json", "../data.json", "//data.json", "sub/data.json", ""})
    void a_file_that_does_not_belong_refuses_the_archive(String name) {
        refused(archive(tar -> put(tar, new TarArchiveEntry(name, true), "{}")));
    }

    @Test
    void a_file_that_is_there_twice_refuses_the_archive() {
        refused(archive(tar -> put(tar, new TarArchiveEntry("/data.json", true), "{}")));
        refused(archive(tar -> put(tar, new TarArchiveEntry("data.json", true), "{}")));
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_LINK,
                TarConstants.LF_SYMLINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_DIR,
                TarConstants.LF_FIFO,
                TarConstants.LF_GNUTYPE_SPARSE
            })
    void only_plain_files_are_taken(byte kind) {
        var entry = new TarArchiveEntry("/.signatures.json", kind, true);
        entry.setLinkName("/etc/passwd");

        refused(archive(tar -> put(tar, entry, "")));
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_unpacked() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[Tarball.MOST_UNPACKED + 1]);
        }

        assertThatThrownBy(() -> BundleArchive.read(new byte[Tarball.MOST_PACKED + 1]))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("4 MiB");
        assertThatThrownBy(() -> BundleArchive.read(bomb.toByteArray()))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("16 MiB");
    }

    @Test
    void what_is_no_archive_at_all_is_refused() {
        refused(new byte[0]);
        refused("{}".getBytes(UTF_8));
        var cut = COMMITTED.bytes();
        refused(java.util.Arrays.copyOf(cut, cut.length / 2));
    }

    private static void refused(byte[] archive) {
        assertThatThrownBy(() -> BundleArchive.read(archive)).isInstanceOf(BundleRefused.class);
    }

    private static void replace(SortedMap<String, byte[]> files, String name, String old, String text) {
        var before = new String(files.getOrDefault(name, new byte[0]), UTF_8);
        assertThat(before).contains(old);
        files.put(name, before.replace(old, text).getBytes(UTF_8));
    }

    private interface More {
        void to(TarArchiveOutputStream tar) throws IOException;
    }

    /** A whole and good bundle with something after it. */
    private static byte[] archive(More more) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
            for (var file : COMMITTED.files().entrySet()) {
                put(tar, new TarArchiveEntry("/" + file.getKey(), true), file.getValue());
            }
            more.to(tar);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, String content) throws IOException {
        put(tar, entry, content.getBytes(UTF_8));
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
