package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Json;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HpkeKeyEncapsulationTest {
    private static final byte[] NO_EXTRA = {};

    @Test
    void the_published_key_grows_from_its_seed_and_carries_its_published_name() {
        var vector = published();

        var pair = SealingKeyPair.ofSeed(Base64Url.decode(text(vector, "priv")));

        assertThat(pair.id().value()).isEqualTo(text(vector, "kid"));
    }

    @Test
    void opens_the_message_that_the_jose_draft_publishes() {
        var vector = published();
        var pair = SealingKeyPair.ofSeed(Base64Url.decode(text(vector, "priv")));
        var header = Json.read(Base64Url.decode(text(vector, "protected")), 16_384);

        var wrapped = new HpkeKeyEncapsulation.Wrapped(text(header, "ek"), text(vector, "encrypted_key"));
        var key = HpkeKeyEncapsulation.unwrap(pair, HpkeKeyEncapsulation.info("A256GCM", NO_EXTRA), wrapped);

        var associated = (text(vector, "protected") + "." + text(vector, "aad")).getBytes(US_ASCII);
        var sealed =
                Arrays.concatenate(Base64Url.decode(text(vector, "ciphertext")), Base64Url.decode(text(vector, "tag")));
        var plain = AesGcm.open(key.orElseThrow(), Base64Url.decode(text(vector, "iv")), associated, sealed);
        assertThat(new String(plain.orElseThrow(), UTF_8)).startsWith("You can trust us to stick with you");
    }

    @Test
    void the_context_is_written_as_the_jose_draft_shows() {
        var info = HpkeKeyEncapsulation.info("A128GCM", NO_EXTRA);

        assertThat(HexFormat.of().formatHex(info)).isEqualTo("4a4f53452d48504b452072637074ff4131323847434dff");
    }

    @Test
    void only_the_named_recipient_in_the_named_context_unwraps() {
        var recipient = SealingKeyPair.generate();
        var info = HpkeKeyEncapsulation.info("A256GCM", "this exchange".getBytes(US_ASCII));
        var secret = "the secret of an exchange".getBytes(US_ASCII);

        var wrapped = HpkeKeyEncapsulation.wrap(recipient.publicKey(), info, secret, new SecureRandom());

        var elsewhere = HpkeKeyEncapsulation.info("A256GCM", "another exchange".getBytes(US_ASCII));
        assertThat(HpkeKeyEncapsulation.unwrap(recipient, info, wrapped)).contains(secret);
        assertThat(HpkeKeyEncapsulation.unwrap(recipient, elsewhere, wrapped)).isEmpty();
        assertThat(HpkeKeyEncapsulation.unwrap(SealingKeyPair.generate(), info, wrapped))
                .isEmpty();
    }

    private static JsonNode published() {
        try (var in = HpkeKeyEncapsulationTest.class.getResourceAsStream("/vectors/jose-hpke/HPKE-9-KE.json")) {
            return Json.read(java.util.Objects.requireNonNull(in).readAllBytes(), 65_536);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(JsonNode object, String name) {
        return object.required(name).stringValue();
    }
}
