package nl.spil.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text with signatures under it (c2sp.org/signed-note); proves nothing until a known key has verified it.
 *
 * @param text what is signed, ends in a newline
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("the text of a note is lines without control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
    }

    public static SignedNote parse(String note) {
        var end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("a note is a text, an empty line and signatures");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (var line : note.substring(end + 2).lines().toList()) {
            signatures.add(NoteSignature.parse(line));
        }
        var parsed = new SignedNote(note.substring(0, end + 1), signatures);
        if (!parsed.note().equals(note)) {
            throw new IllegalArgumentException("a note has one spelling");
        }
        return parsed;
    }

    /** The whole as it is published. */
    public String note() {
        return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }
}
