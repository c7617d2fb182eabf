package nl.spil.protocol.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note (c2sp.org/signed-note).
 *
 * @param name the name of the key
 * @param base64 four bytes that identify the key, then the signature
 */
public record NoteSignature(String name, String base64) {
    private static final int ID_LENGTH = 4;
    private static final String DASH = "\u2014 ";

    public NoteSignature {
        KeyName.check(name);
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length <= ID_LENGTH
                || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("a signature line ends in a key id and a signature, in base64");
        }
    }

    static NoteSignature of(String name, int keyId, byte[] signature) {
        var bytes = ByteBuffer.allocate(ID_LENGTH + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return new NoteSignature(name, Base64.getEncoder().encodeToString(bytes));
    }

    static NoteSignature parse(String line) {
        var name = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || name < 0) {
            throw new IllegalArgumentException("a signature line is a dash, a name and a signature");
        }
        return new NoteSignature(line.substring(DASH.length(), name), line.substring(name + 1));
    }

    String line() {
        return DASH + name + " " + base64 + "\n";
    }

    int keyId() {
        return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).getInt();
    }

    byte[] signature() {
        var bytes = Base64.getDecoder().decode(base64);
        return Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
    }
}
