package nl.spil.protocol.proof;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A leaf as it was hashed, byte for byte. */
public final class LeafBytes {
    private final byte[] bytes;

    public LeafBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeafBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "leaf of " + bytes.length + " bytes";
    }
}
