package nl.spil.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignatureVectorsTest {

    @Test
    void ed25519_signatures_are_judged_as_wycheproof_says() {
        var vectors = External.json("crypto/wycheproof/ed25519_test.json");

        var judged = 0;
        for (var group : vectors.required("testGroups")) {
            var key = new Ed25519VerifierKey(
                    "test", hex(group.required("publicKey").required("pk")));
            for (var test : group.required("tests")) {
                var valid = key.verifies(hex(test.required("msg")), hex(test.required("sig")));
                assertThat(valid).as(test.toString()).isEqualTo(expected(test));
                judged++;
            }
        }

        assertThat(judged).isEqualTo(vectors.required("numberOfTests").intValue());
    }

    /** A context other than the empty one has no place in a checkpoint signature, so those vectors say nothing. */
    @Test
    void ml_dsa_44_signatures_are_judged_as_wycheproof_says() {
        var vectors = External.json("crypto/wycheproof/mldsa_44_verify_test.json");

        var judged = 0;
        for (var group : vectors.required("testGroups")) {
            for (var test : group.required("tests")) {
                if (test.path("ctx").asString("").isEmpty()) {
                    var key = hex(group.required("publicKey"));
                    assertThat(mlDsaAccepts(key, test)).as(test.toString()).isEqualTo(expected(test));
                    judged++;
                }
            }
        }

        assertThat(judged).isGreaterThan(150);
    }

    private static boolean mlDsaAccepts(byte[] key, JsonNode test) {
        try {
            return new MlDsa44VerifierKey("test", key).verifies(hex(test.required("msg")), hex(test.required("sig")));
        } catch (IllegalArgumentException e) {
            return false; // No such key can even be made.
        }
    }

    private static boolean expected(JsonNode test) {
        return test.required("result").stringValue().equals("valid");
    }

    private static byte[] hex(JsonNode text) {
        return HexFormat.of().parseHex(text.stringValue());
    }
}
