package nl.spil.openapi;

import java.time.Duration;
import java.util.List;
import nl.spil.openapi.Description.Version;
import nl.spil.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hands the description of the interface to anyone, from any page. */
@RestController
class OpenApiController {
    private static final String OPENAPI = "application/openapi+json";
    private static final Duration FRESH = Duration.ofHours(1);

    private final byte[] classic;
    private final byte[] modern;

    OpenApiController(Settings settings) {
        var description = Description.of(settings.address());
        this.classic = description.json(Version.V3_0);
        this.modern = description.json(Version.V3_1);
    }

    /** As OpenAPI 3.0, which all versions of the NL GOV rules accept, unless 3.1 is asked for by name. */
    @GetMapping(
            path = "/v1/openapi.json",
            produces = {MediaType.APPLICATION_JSON_VALUE, OPENAPI})
    ResponseEntity<byte[]> document(@RequestHeader HttpHeaders headers) {
        var asked = headers.getAccept().stream()
                .filter(MediaType.parseMediaType(OPENAPI)::equalsTypeAndSubtype)
                .toList();
        return asked.isEmpty() ? answer(MediaType.APPLICATION_JSON, classic) : versioned(asked);
    }

    private ResponseEntity<byte[]> versioned(List<MediaType> asked) {
        var newer = asked.stream().anyMatch(type -> "3.1".equals(type.getParameter("version")));
        return newer
                ? answer(MediaType.parseMediaType(OPENAPI + ";version=3.1"), modern)
                : answer(MediaType.parseMediaType(OPENAPI + ";version=3.0"), classic);
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] document) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .header("Access-Control-Allow-Origin", "*")
                .varyBy("Accept")
                .body(document);
    }
}
