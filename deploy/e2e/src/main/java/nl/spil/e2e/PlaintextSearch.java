package nl.spil.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for words in bytes, as they are and in the forms in which systems hide them without protecting them: UTF-16,
 * hexadecimal, escaped JSON, base64 and base64url at each of the three places where a word can start.
 */
public final class PlaintextSearch {
    private static final int WINDOW = 1 << 20;

    /** Shorter forms would be found by chance. */
    private static final int SHORTEST = 6;

    private final List<Form> forms;
    private final BitSet firstTwoBytes = new BitSet(1 << 16);
    private final int longest;

    /** One of the ways in which a word can be written. */
    private static final class Form {
        private final String word;
        private final byte[] bytes;

        private Form(String word, byte[] bytes) {
            this.word = word;
            this.bytes = bytes;
        }

        private boolean standsAt(int at, byte[] content, int length) {
            int end = at + bytes.length;
            return end <= length && Arrays.equals(content, at, end, bytes, 0, bytes.length);
        }
    }

    public PlaintextSearch(List<String> words) {
        forms = words.stream()
                .distinct()
                .flatMap(word -> formsOf(word).stream())
                .toList();
        forms.forEach(form -> firstTwoBytes.set(pair(form.bytes, 0)));
        longest = forms.stream().mapToInt(form -> form.bytes.length).max().orElse(0);
    }

    private static List<Form> formsOf(String word) {
        var utf8 = word.getBytes(StandardCharsets.UTF_8);
        var found = new ArrayList<byte[]>();
        found.add(utf8);
        found.add(word.getBytes(StandardCharsets.UTF_16LE));
        found.add(ascii(HexFormat.of().formatHex(utf8)));
        found.add(escaped(word));
        for (int shift = 0; shift < 3; shift++) {
            var base64 = innerBase64(utf8, shift);
            found.add(ascii(base64));
            found.add(ascii(base64.replace('+', '-').replace('/', '_')));
        }
        return found.stream()
                .filter(bytes -> bytes.length >= SHORTEST)
                .map(bytes -> new Form(word, bytes))
                .toList();
    }

    private static byte[] escaped(String word) {
        var text = new StringBuilder();
        word.chars().forEach(c -> text.append(c < 128 ? Character.toString(c) : "\\u%04x".formatted(c)));
        return ascii(text.toString());
    }

    /** The characters of the base64 that do not depend on what stands before or after the word. */
    private static String innerBase64(byte[] word, int shift) {
        var padded = new byte[word.length + shift];
        System.arraycopy(word, 0, padded, shift, word.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(padded);
        int from = shift == 0 ? 0 : shift + 1;
        int whole = padded.length * 8 / 6;
        return text.substring(from, Math.max(from, whole));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Which of the words stand in these bytes. */
    public Set<String> in(byte[] content) {
        return in(content, content.length);
    }

    private Set<String> in(byte[] content, int length) {
        var found = new TreeSet<String>();
        for (int i = 0; i + 1 < length; i++) {
            if (firstTwoBytes.get(pair(content, i))) {
                addMatches(content, i, length, found);
            }
        }
        return found;
    }

    private void addMatches(byte[] content, int at, int length, Set<String> found) {
        for (var form : forms) {
            if (form.standsAt(at, content, length)) {
                found.add(form.word);
            }
        }
    }

    private static int pair(byte[] content, int at) {
        return ((content[at] & 0xff) << 8) | (content[at + 1] & 0xff);
    }

    /** Which of the words stand in which files under this folder; a file that vanishes meanwhile is passed over. */
    public Result inFolder(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile).forEach(files::add);
        }
        var hits = new ArrayList<String>();
        var all = new TreeSet<String>();
        long bytes = 0;
        for (var file : files) {
            var words = new TreeSet<String>();
            bytes += searchFile(file, words);
            all.addAll(words);
            words.forEach(word -> hits.add(folder.relativize(file) + ": " + word));
        }
        return new Result(hits, all, files.size(), bytes);
    }

    /**
     * What a search came to.
     *
     * @param hits one line per file and word
     * @param words which words were found anywhere
     */
    public record Result(List<String> hits, Set<String> words, int files, long bytes) {
        public Result {
            hits = List.copyOf(hits);
            words = Set.copyOf(words);
        }
    }

    /** Answers with the number of bytes read; what is found is added to the words. */
    private long searchFile(Path file, Set<String> words) throws IOException {
        var window = new byte[WINDOW + longest];
        long total = 0;
        int kept = 0;
        try (var in = Files.newInputStream(file)) {
            int read;
            while ((read = in.readNBytes(window, kept, window.length - kept)) > 0) {
                total += read;
                words.addAll(in(window, kept + read));
                int tail = Math.min(longest, kept + read);
                System.arraycopy(window, kept + read - tail, window, 0, tail);
                kept = tail;
            }
        } catch (NoSuchFileException gone) {
            return total;
        }
        return total;
    }
}
