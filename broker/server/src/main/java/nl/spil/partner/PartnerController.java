package nl.spil.partner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.spil.ledger.Ledger;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.KeySet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The partner directory over HTTP; who may call what is settled before a call gets here. */
@RestController
@RequestMapping(path = "/v1/partners", produces = MediaType.APPLICATION_JSON_VALUE)
class PartnerController {
    private static final int MOST = 500;

    private final Directory directory;
    private final PartnerRegister register;
    private final Ledger ledger;

    PartnerController(Directory directory, PartnerRegister register, Ledger ledger) {
        this.directory = directory;
        this.register = register;
        this.ledger = ledger;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> register(@RequestBody byte[] body) {
        var wanted = PartnerReader.read(body);
        var receipt = register.register(wanted);
        var view = view(wanted.partner());
        view.put("receipt", receipt);
        return ResponseEntity.created(
                        URI.create("/v1/partners/" + wanted.partner().oin()))
                .body(view);
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Rejected.malformed("limit-out-of-range", "", "A page has 1 to " + MOST + " items.");
        }
        var rest = directory.all().stream()
                .filter(partner -> partner.oin().value().compareTo(after) > 0)
                .toList();
        var page = rest.stream().limit(limit).toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", page.stream().map(PartnerController::view).toList());
        if (rest.size() > page.size()) {
            answer.put("next", page.getLast().oin().value());
        }
        return answer;
    }

    @GetMapping("/{oin}")
    Map<String, Object> show(@PathVariable String oin) {
        return view(known(oin).partner());
    }

    @GetMapping("/{oin}/keys")
    Map<String, Object> keys(@PathVariable String oin) {
        var known = known(oin);
        var keys = known.published().orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("jwks", keys.jwks());
        answer.put("sequence", keys.sequence());
        answer.put("hash", keys.hash());
        answer.put(
                "revoked",
                known.revoked().keySet().stream().map(KeyId::value).sorted().toList());
        answer.put("receipt", ledger.receipt(keys.entry()));
        return answer;
    }

    @PutMapping(path = "/{oin}/keys", consumes = KeySet.MEDIA_TYPE)
    Map<String, Object> publish(@PathVariable String oin, @RequestBody byte[] body) {
        var jwks = new String(body, ISO_8859_1);
        var receipt = register.publish(number(oin), jwks);
        var published = known(oin).published().orElseThrow();
        return Map.of("sequence", published.sequence(), "hash", Sha256.of(body).value(), "receipt", receipt);
    }

    @PatchMapping(path = "/{oin}/credentials", consumes = "application/merge-patch+json")
    Map<String, Receipt> replaceCredentials(@PathVariable String oin, @RequestBody byte[] body) {
        return Map.of("receipt", register.replace(number(oin), PartnerReader.readCredentials(body)));
    }

    @DeleteMapping("/{oin}/keys/{kid}")
    Map<String, Receipt> revoke(@PathVariable String oin, @PathVariable String kid) {
        return Map.of("receipt", register.revoke(number(oin), keyId(kid)));
    }

    private KnownPartner known(String oin) {
        return directory.known(number(oin)).orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
    }

    private static Oin number(String text) {
        try {
            return new Oin(text);
        } catch (IllegalArgumentException nobody) {
            throw new Rejected(ProblemType.NOT_FOUND).because(nobody);
        }
    }

    private static KeyId keyId(String text) {
        try {
            return new KeyId(text);
        } catch (IllegalArgumentException nothing) {
            throw new Rejected(ProblemType.NOT_FOUND).because(nothing);
        }
    }

    private static Map<String, Object> view(Partner partner) {
        var view = new LinkedHashMap<String, Object>();
        view.put("oin", partner.oin().value());
        view.put("name", partner.name());
        view.put("type", partner.type().code());
        view.put("participantClass", partner.participantClass().name());
        return view;
    }
}
