package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SHAKEDigest;

/** The same bytes for the same seed, so that vectors can be made again; for tests only. */
final class SeededRandom extends SecureRandom {
    private final transient SHAKEDigest stream = new SHAKEDigest(256);

    SeededRandom(String seed) {
        var bytes = seed.getBytes(UTF_8);
        stream.update(bytes, 0, bytes.length);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        stream.doOutput(bytes, 0, bytes.length);
    }
}
