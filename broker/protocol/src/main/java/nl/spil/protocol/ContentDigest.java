package nl.spil.protocol;

import java.util.Base64;

/**
 * The digest under which the sender signed one content, and so the name of the item it belongs to.
 *
 * @param value SHA-256 of the content disclosure in base64url, 43 characters (RFC 9901 section 4.2.3)
 */
public record ContentDigest(String value) implements Comparable<ContentDigest> {

    public ContentDigest {
        if (value.length() != 43
                || decoded(value).length != 32
                || !encoded(decoded(value)).equals(value)) {
            throw new IllegalArgumentException("a content digest is a SHA-256 in base64url, 43 characters");
        }
    }

    public static ContentDigest of(byte[] sha256) {
        return new ContentDigest(encoded(sha256));
    }

    private static byte[] decoded(String value) {
        return Base64.getUrlDecoder().decode(value);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public int compareTo(ContentDigest other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
