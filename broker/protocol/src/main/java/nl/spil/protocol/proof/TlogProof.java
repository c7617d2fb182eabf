package nl.spil.protocol.proof;

import java.util.ArrayList;
import java.util.Base64;

/**
 * One entry's inclusion under a signed checkpoint, in the text form that any tool understands
 * (c2sp.org/tlog-proof@v1).
 *
 * @param leaf the bytes of the leaf, which travel as `extra`
 * @param inclusion the path from leaf to root
 * @param checkpoint the note with the root
 */
public record TlogProof(LeafBytes leaf, InclusionProof inclusion, SignedNote checkpoint) {
    private static final String TITLE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;

    /** The text form. */
    public String text() {
        return text(leaf, inclusion, checkpoint.note());
    }

    /** The text form, for whoever has the note as text already. */
    public static String text(LeafBytes leaf, InclusionProof inclusion, String note) {
        var text = new StringBuilder(512 + note.length());
        text.append(TITLE).append('\n');
        text.append(EXTRA)
                .append(Base64.getEncoder().encodeToString(leaf.bytes()))
                .append('\n');
        text.append(INDEX).append(inclusion.index()).append('\n');
        for (var hash : inclusion.path()) {
            text.append(hash.base64()).append('\n');
        }
        return text.append('\n').append(note).toString();
    }

    public static TlogProof parse(String text) {
        var lines = text.split("\n", LONGEST_PATH + 5);
        var at = 0;
        if (lines.length < 4 || !lines[at++].equals(TITLE) || !lines[at].startsWith(EXTRA)) {
            throw new InvalidProof("this is no proof with its leaf");
        }
        try {
            var leaf = new LeafBytes(Base64.getDecoder().decode(lines[at++].substring(EXTRA.length())));
            var index = Decimal.parse(lines[at].startsWith(INDEX) ? lines[at].substring(INDEX.length()) : "");
            var path = new ArrayList<Hash>();
            while (!lines[++at].isEmpty()) {
                path.add(Hash.ofBase64(lines[at]));
            }
            var note = SignedNote.parse(text.substring(text.indexOf("\n\n") + 2));
            var inclusion =
                    new InclusionProof(index, Checkpoint.parse(note.text()).size(), path);
            var proof = new TlogProof(leaf, inclusion, note);
            if (!proof.text().equals(text)) {
                throw new InvalidProof("a proof has one spelling");
            }
            return proof;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidProof("this is no proof", e);
        }
    }

    /** The checkpoint that the log signed with this leaf in it; throws {@link InvalidProof} unless all of it holds. */
    public Checkpoint verify(LogKey log) {
        var signed = log.open(checkpoint);
        if (!inclusion.proves(Merkle.leaf(leaf.bytes()), signed.root())) {
            throw new InvalidProof("the leaf does not stand in the tree");
        }
        return signed;
    }
}
