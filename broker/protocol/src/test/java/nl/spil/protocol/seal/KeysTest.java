package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.ExternalVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {
    private static final byte[] MESSAGE = "a message".getBytes(US_ASCII);

    @ParameterizedTest
    @EnumSource
    void only_the_signed_message_verifies_and_only_under_its_key(SignatureAlgorithm algorithm) {
        var key = generate(algorithm);

        var signature = key.sign(MESSAGE);

        assertThat(key.verification().verifies(MESSAGE, signature)).isTrue();
        assertThat(key.verification().verifies("another".getBytes(US_ASCII), signature))
                .isFalse();
        assertThat(generate(algorithm).verification().verifies(MESSAGE, signature))
                .isFalse();
        assertThat(key.verification().verifies(MESSAGE, Arrays.copyOf(signature, 63)))
                .isFalse();
        assertThat(key.verification().verifies(MESSAGE, Arrays.copyOf(signature, 65)))
                .isFalse();
        assertThat(key.verification().verifies(MESSAGE, new byte[64])).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_key_survives_the_file_it_is_kept_in(SignatureAlgorithm algorithm) {
        var key = generate(algorithm);

        var again = SigningKey.ofJwk(key.toJwk().toString());

        assertThat(again.verification()).isEqualTo(key.verification());
        assertThat(key.verification().verifies(MESSAGE, again.sign(MESSAGE))).isTrue();
        assertThat(VerificationKey.ofJwk(key.verification().toJwk())).isEqualTo(key.verification());
    }

    @Test
    void a_sealing_key_survives_the_file_it_is_kept_in() {
        var pair = SealingKeyPair.generate();

        var again = SealingKeyPair.ofJwk(pair.toJwk().toString());

        assertThat(again.publicKey()).isEqualTo(pair.publicKey());
        assertThat(SealingPublicKey.ofJwk(pair.publicKey().toJwk().toString())).isEqualTo(pair.publicKey());
    }

    @Test
    void no_key_prints_its_secret() {
        var es256 = SigningKey.generateEs256();
        var sealing = SealingKeyPair.generate();

        assertThat(es256.toString()).doesNotContain(es256.toJwk().required("d").stringValue());
        assertThat(sealing.toString())
                .doesNotContain(sealing.toJwk().required("priv").stringValue());
        assertThat(es256.verification().toJwk().has("d")).isFalse();
        assertThat(sealing.publicKey().toJwk().has("priv")).isFalse();
    }

    /** RFC 6979 appendix A.2.5, SHA-256, message "sample". */
    @Test
    void signs_without_needing_randomness() {
        var key = SigningKey.ofJwk(jwk(
                "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
                "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6",
                "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"));

        var signature = key.sign("sample".getBytes(US_ASCII));

        assertThat(HexFormat.of().withUpperCase().formatHex(signature))
                .isEqualTo("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                        + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
    }

    /** RFC 8037 appendix A. */
    @Test
    void signs_and_names_an_ed25519_key_as_the_standard_prints() {
        var key = SigningKey.ofJwk("""
                {"kty":"OKP","crv":"Ed25519",
                 "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
                 "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""");

        var signature = key.sign("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(US_ASCII));

        assertThat(key.id().value()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(Base64Url.encode(signature))
                .isEqualTo("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    @Test
    void refuses_keys_that_are_not_what_they_say() {
        var one = SigningKey.generateEs256().toJwk();
        var other = SigningKey.generateEs256().toJwk();
        var sealing = SealingKeyPair.generate();

        refused(one.deepCopy().put("d", other.required("d").stringValue()).toString());
        refused(one.deepCopy().put("y", other.required("y").stringValue()).toString());
        refused(one.deepCopy().put("kid", other.required("kid").stringValue()).toString());
        refused(one.deepCopy().put("alg", "HS256").toString());
        refused(one.deepCopy().put("use", "enc").toString());
        refused(one.deepCopy().put("crv", "P-384").toString());
        assertThatThrownBy(() -> SealingPublicKey.ofJwk(
                        sealing.publicKey().toJwk().put("alg", "HPKE-8-KE").toString()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SealingPublicKey.ofJwk(one)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The last 32 bytes are the X25519 half; zero is a point of low order, whose agreement anyone knows. */
    @Test
    void refuses_a_sealing_key_for_which_anyone_could_open() {
        var jwk = SealingKeyPair.generate().publicKey().toJwk();
        jwk.remove("kid");
        var bytes = Base64Url.decode(jwk.required("pub").stringValue());
        var lowOrder = bytes.clone();
        Arrays.fill(lowOrder, bytes.length - 32, bytes.length, (byte) 0);
        var outOfRange = bytes.clone();
        Arrays.fill(outOfRange, 0, 3, (byte) 0xff);

        assertThatThrownBy(() -> SealingPublicKey.ofJwk(jwk.put("pub", Base64Url.encode(lowOrder))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SealingPublicKey.ofJwk(jwk.put("pub", Base64Url.encode(outOfRange))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reads_the_issuer_key_of_the_sd_jwt_test_cases() {
        var settings = ExternalVectors.text("crypto/sdjwt/sd-jwt-python-testcases/settings.yml");
        var key = new StringBuilder("{\"kty\":\"EC\",\"crv\":\"P-256\"");
        for (var name : new String[] {"d", "x", "y"}) {
            var matcher = java.util.regex.Pattern.compile("\\b" + name + ": ([A-Za-z0-9_-]{43})")
                    .matcher(settings);
            assertThat(matcher.find()).isTrue();
            key.append(",\"")
                    .append(name)
                    .append("\":\"")
                    .append(matcher.group(1))
                    .append('"');
        }

        var read = SigningKey.ofJwk(key.append('}').toString());

        assertThat(read.verification().verifies(MESSAGE, read.sign(MESSAGE))).isTrue();
    }

    private static SigningKey generate(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> SigningKey.generateEs256();
            case ED25519 -> SigningKey.generateEd25519();
        };
    }

    private static void refused(String jwk) {
        assertThatThrownBy(() -> SigningKey.ofJwk(jwk)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String jwk(String d, String x, String y) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(base64(d), base64(x), base64(y));
    }

    private static String base64(String hex) {
        return Base64Url.encode(HexFormat.of().parseHex(hex));
    }
}
