package nl.spil.protocol;

/**
 * Names a public key by its own content, so that a name can never come to mean another key.
 *
 * @param value RFC 7638 thumbprint, SHA-256 in base64url, 43 characters
 */
public record KeyId(String value) implements Comparable<KeyId> {
    public KeyId {
        if (value.length() != 43 || Base64Url.decode(value).length != 32) {
            throw new IllegalArgumentException("a key id is a SHA-256 thumbprint in base64url, 43 characters");
        }
    }

    @Override
    public int compareTo(KeyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
