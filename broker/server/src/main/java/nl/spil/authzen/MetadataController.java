package nl.spil.authzen;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import nl.spil.settings.Settings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells where this decision point answers, and by the name it was asked under. */
@RestController
class MetadataController {
    private final Metadata metadata;

    MetadataController(Settings settings) {
        var address = settings.address();
        this.metadata = new Metadata(
                address, address.resolve("/access/v1/evaluation"), address.resolve("/access/v1/evaluations"));
    }

    @GetMapping(path = "/.well-known/authzen-configuration", produces = MediaType.APPLICATION_JSON_VALUE)
    Metadata metadata() {
        return metadata;
    }

    record Metadata(
            @JsonProperty("policy_decision_point") URI decisionPoint,
            @JsonProperty("access_evaluation_endpoint") URI evaluation,
            @JsonProperty("access_evaluations_endpoint") URI evaluations) {}
}
