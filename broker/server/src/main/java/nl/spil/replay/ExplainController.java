package nl.spil.replay;

import java.util.Locale;
import nl.spil.access.CallingPartner;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who looks after the rules reads here why something was decided as it was. */
@RestController
@RequestMapping(path = "/v1/policies/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
class ExplainController {
    private final Explainer explainer;

    ExplainController(Explainer explainer) {
        this.explainer = explainer;
    }

    @GetMapping("/{entry}")
    JsonNode explain(CallingPartner caller, @PathVariable long entry, Locale language) {
        return explainer.explain(entry, caller.oin(), language);
    }

    @GetMapping("/{entry}/story")
    JsonNode story(CallingPartner caller, @PathVariable long entry) {
        return explainer.story(entry, caller.oin());
    }
}
