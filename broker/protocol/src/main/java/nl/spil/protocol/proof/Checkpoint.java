package nl.spil.protocol.proof;

/**
 * How large a log was and what it held: origin, size and root (c2sp.org/tlog-checkpoint).
 *
 * @param origin the name of the log, a URL without scheme
 * @param size the number of entries
 * @param root the RFC 6962 tree hash over them
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c <= ' ' || c == '+' || Character.isSpaceChar(c))) {
            throw new IllegalArgumentException("an origin is a name without spaces or plus signs");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a log has no negative size");
        }
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Reads the text of a checkpoint; refuses any other spelling and every extension line. */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new IllegalArgumentException("a checkpoint has three lines");
        }
        var checkpoint = new Checkpoint(lines[0], Decimal.parse(lines[1]), Hash.ofBase64(lines[2]));
        if (!checkpoint.text().equals(text)) {
            throw new IllegalArgumentException("a checkpoint has one spelling");
        }
        return checkpoint;
    }
}
