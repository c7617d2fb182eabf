package nl.spil.protocol.proof;

import java.nio.ByteBuffer;

/** How the keys of notes are named and identified (c2sp.org/signed-note). */
final class KeyName {
    private KeyName() {}

    static void check(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '+' || Character.isSpaceChar(c))) {
            throw new IllegalArgumentException("a key name has no spaces and no plus signs");
        }
    }

    static int id(String name, byte type, byte[] publicKey) {
        var digest = Hash.sha256(Utf8.bytes(name + "\n"), new byte[] {type}, publicKey);
        return ByteBuffer.wrap(digest.bytes()).getInt();
    }
}
