package nl.spil.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.spil.protocol.ExternalVectors;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The primitives the sealed exchange rests on, as these libraries provide them, against vectors made to break them. */
class WycheproofTest {

    @Test
    void es256_signatures_are_judged_rightly() {
        var judged = judge("ecdsa_secp256r1_sha256_p1363_test", (group, test) -> {
            var key = VerificationKey.ofSubjectPublicKeyInfo(hex(group, "publicKeyDer"));
            return key.verifies(hex(test, "msg"), hex(test, "sig"));
        });

        assertThat(judged).isEqualTo(262);
    }

    @Test
    void ed25519_signatures_are_judged_rightly() {
        var judged = judge("ed25519_test", (group, test) -> {
            var key = VerificationKey.ofSubjectPublicKeyInfo(hex(group, "publicKeyDer"));
            return key.verifies(hex(test, "msg"), hex(test, "sig"));
        });

        assertThat(judged).isEqualTo(151);
    }

    /** Only the sizes Spil uses: keys of 256, nonces of 96, tags of 128 bits. */
    @Test
    void aes_256_gcm_opens_what_is_authentic_and_nothing_else() {
        var judged = judge(
                "aes_gcm_test",
                group -> group.required("keySize").intValue() == 256
                        && group.required("ivSize").intValue() == 96
                        && group.required("tagSize").intValue() == 128,
                (_, test) -> {
                    var sealed = org.bouncycastle.util.Arrays.concatenate(hex(test, "ct"), hex(test, "tag"));
                    var opened = AesGcm.open(hex(test, "key"), hex(test, "iv"), hex(test, "aad"), sealed);
                    return opened.filter(bytes -> Arrays.equals(bytes, hex(test, "msg")))
                            .isPresent();
                });

        assertThat(judged).isGreaterThan(50);
    }

    @Test
    void hmac_sha256_is_computed_rightly() {
        var judged =
                judge("hmac_sha256_test", group -> group.required("tagSize").intValue() == 256, (_, test) -> {
                    var key = hex(test, "key");
                    if (key.length == 0) {
                        return false; // Java makes no empty keys, and Spil has none.
                    }
                    var mac = Mac.getInstance("HmacSHA256", "SunJCE");
                    mac.init(new SecretKeySpec(key, "HmacSHA256"));
                    return Arrays.equals(mac.doFinal(hex(test, "msg")), hex(test, "tag"));
                });

        assertThat(judged).isGreaterThan(50);
    }

    /** Agreements that come out zero are refused by the library, and so by X-Wing. */
    @Test
    void x25519_agrees_rightly() {
        var vectors = ExternalVectors.json("crypto/wycheproof/x25519_test.json");
        var judged = 0;

        for (var group : vectors.required("testGroups")) {
            for (var test : group.required("tests")) {
                var shared = agree(hex(test, "private"), hex(test, "public"));
                if (flagged(test, "ZeroSharedSecret")) {
                    assertThat(shared).as(test.toString()).isEmpty();
                } else {
                    assertThat(shared).as(test.toString()).contains(hex(test, "shared"));
                }
                judged++;
            }
        }

        assertThat(judged).isEqualTo(vectors.required("numberOfTests").intValue());
    }

    @Test
    void ml_kem_768_decapsulates_rightly() {
        var judged = judge("mlkem_768_test", (_, test) -> {
            try {
                var key = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, hex(test, "seed"));
                return Arrays.equals(key.getPublicKey(), hex(test, "ek"))
                        && Arrays.equals(new MLKEMExtractor(key).extractSecret(hex(test, "c")), hex(test, "K"));
            } catch (IllegalArgumentException _) {
                return false;
            }
        });

        assertThat(judged).isGreaterThan(150);
    }

    private interface Judge {
        boolean accepts(JsonNode group, JsonNode test) throws Exception;
    }

    private static int judge(String file, Judge judge) {
        return judge(file, _ -> true, judge);
    }

    private static int judge(String file, Predicate<JsonNode> groups, Judge judge) {
        var vectors = ExternalVectors.json("crypto/wycheproof/" + file + ".json");
        var judged = 0;
        for (var group : vectors.required("testGroups")) {
            for (var test : groups.test(group)
                    ? group.required("tests")
                    : tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode()) {
                var valid = test.required("result").stringValue().equals("valid");
                assertThat(accepts(judge, group, test)).as(test.toString()).isEqualTo(valid);
                judged++;
            }
        }
        return judged;
    }

    private static boolean accepts(Judge judge, JsonNode group, JsonNode test) {
        try {
            return judge.accepts(group, test);
        } catch (Exception e) {
            throw new AssertionError(test.toString(), e);
        }
    }

    private static Optional<byte[]> agree(byte[] secret, byte[] publicKey) {
        try {
            var shared = new byte[32];
            var agreement = new X25519Agreement();
            agreement.init(new X25519PrivateKeyParameters(secret));
            agreement.calculateAgreement(new X25519PublicKeyParameters(publicKey), shared, 0);
            return Optional.of(shared);
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static boolean flagged(JsonNode test, String flag) {
        return test.required("flags").toString().contains(flag);
    }

    private static byte[] hex(JsonNode object, String name) {
        return HexFormat.of().parseHex(object.required(name).stringValue());
    }
}
