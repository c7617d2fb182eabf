package nl.spil.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import nl.spil.protocol.ExternalVectors;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The library beneath our key encapsulation, against the vectors the standard prints; our own schedule has others. */
class Rfc9180Test {
    private static final int BASE = 0;
    private static final int PSK = 1;
    private static final int AUTH = 2;
    private static final int AUTH_PSK = 3;
    private static final byte[] NOTHING = {};

    @Test
    void the_library_opens_what_the_standard_prints() throws InvalidCipherTextException {
        var vectors = ExternalVectors.json("crypto/hpke/rfc9180-appendix-a.json");
        var opened = 0;

        for (var vector : vectors) {
            var context = receiver(vector);
            opened += open(vector, context);
            assertExports(vector, context);
        }

        assertThat(vectors.size()).isEqualTo(28);
        assertThat(opened).isEqualTo(72);
    }

    private static HPKEContext receiver(JsonNode vector) {
        var mode = number(vector, "mode");
        var hpke = new HPKE((byte) mode, (short) number(vector, "kem_id"), (short) number(vector, "kdf_id"), (short)
                number(vector, "aead_id"));
        var own = hpke.deserializePrivateKey(hex(vector, "skRm"), hex(vector, "pkRm"));
        var enc = hex(vector, "enc");
        var info = hex(vector, "info");
        return switch (mode) {
            case BASE -> hpke.setupBaseR(enc, own, info);
            case PSK -> hpke.setupPSKR(enc, own, info, hex(vector, "psk"), hex(vector, "psk_id"));
            case AUTH -> hpke.setupAuthR(enc, own, info, sender(hpke, vector));
            case AUTH_PSK ->
                hpke.setupAuthPSKR(enc, own, info, hex(vector, "psk"), hex(vector, "psk_id"), sender(hpke, vector));
            default -> throw new IllegalStateException("no such mode");
        };
    }

    private static AsymmetricKeyParameter sender(HPKE hpke, JsonNode vector) {
        return hpke.deserializePublicKey(hex(vector, "pkSm"));
    }

    /** A context counts its messages, so only an unbroken run from the first can be opened. */
    private static int open(JsonNode vector, HPKEContext context) throws InvalidCipherTextException {
        var opened = 0;
        for (var message : vector.required("encryptions")) {
            var aad = hex(message, "aad");
            if (!new String(aad, java.nio.charset.StandardCharsets.US_ASCII).equals("Count-" + opened)) {
                break;
            }
            assertThat(context.open(aad, hex(message, "ct"))).isEqualTo(hex(message, "pt"));
            opened++;
        }
        return opened;
    }

    private static void assertExports(JsonNode vector, HPKEContext context) {
        for (var export : vector.required("exports")) {
            var exported = context.export(hex(export, "exporter_context"), number(export, "L"));
            assertThat(exported).isEqualTo(hex(export, "exported_value"));
        }
    }

    private static int number(JsonNode object, String name) {
        return Integer.parseInt(object.required(name).asString());
    }

    private static byte[] hex(JsonNode object, String name) {
        return object.has(name) ? HexFormat.of().parseHex(object.required(name).stringValue()) : NOTHING;
    }
}
