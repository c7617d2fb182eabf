package nl.spil.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.seal.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/** A compact JWS of which a test may say every part, also the wrong ones. */
public final class SignedText {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    public SignedText header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    public SignedText claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public SignedText without(String claim) {
        claims.remove(claim);
        return this;
    }

    public String signedBy(SigningKey key) {
        header.putIfAbsent("alg", key.algorithm().jose());
        var signed = encoded(header) + '.' + encoded(claims);
        return signed + '.' + Base64Url.encode(key.sign(signed.getBytes(US_ASCII)));
    }

    private static String encoded(Object json) {
        return Base64Url.encode(JSON.writeValueAsString(json).getBytes(UTF_8));
    }
}
