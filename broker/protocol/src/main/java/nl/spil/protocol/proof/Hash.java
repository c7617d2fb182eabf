package nl.spil.protocol.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One hash of the tree: the 32 bytes of a SHA-256 digest, which nobody can change after they are made. */
public final class Hash {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] owned) {
        this.bytes = owned;
    }

    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The digest of the parts, one after the other. */
    public static Hash sha256(byte[]... parts) {
        var digest = digest();
        for (var part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** Reads standard base64, as checkpoints and proofs have it; refuses any other spelling. */
    public static Hash ofBase64(String text) {
        var hash = of(Base64.getDecoder().decode(text));
        if (!hash.base64().equals(text)) {
            throw new IllegalArgumentException("a digest in base64 has one spelling");
        }
        return hash;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void addTo(MessageDigest digest) {
        digest.update(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
