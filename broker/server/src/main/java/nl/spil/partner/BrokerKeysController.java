package nl.spil.partner;

import java.util.List;
import java.util.Map;
import nl.spil.protocol.seal.Pem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The broker's own keys for all to see; a partner takes them over by another way than this one when it joins. */
@RestController
class BrokerKeysController {
    private final Map<String, Object> answer;

    BrokerKeysController(BrokerIdentity identity) {
        var key = identity.releaseKey().verification().toJwk();
        this.answer = Map.of(
                "oin", identity.operator().value(),
                "keys", List.of(key),
                "root", Pem.write(List.of(identity.root())));
    }

    @GetMapping(path = "/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> keys() {
        return answer;
    }
}
