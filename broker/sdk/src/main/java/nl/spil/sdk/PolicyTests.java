package nl.spil.sdk;

import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code spil policy test --json} reported, summed up for a proposal; the whole report stays with the author.
 *
 * @param report its digest
 * @param failed tests that did not pass; the broker takes none
 * @param violated invariants that did not hold; the broker takes none
 */
public record PolicyTests(Sha256 report, long revision, int passed, int failed, int invariants, int violated) {

    /** Reads a report; throws IllegalArgumentException when it is none. */
    public static PolicyTests of(byte[] report) {
        try {
            var tree = JsonText.read(report);
            var failed = failures(tree, "stories") + failures(tree, "missingFacts") + objections(tree);
            var violated = failures(tree, "invariants");
            // A report that says so itself did not pass, whatever can be counted in it.
            var more = tree.path("passed").asBoolean(false) || failed + violated > 0 ? 0 : 1;
            return new PolicyTests(
                    Sha256.of(report),
                    tree.required("revision").asLong(),
                    count(tree, "stories") + count(tree, "missingFacts"),
                    failed + more,
                    count(tree, "invariants"),
                    violated);
        } catch (MalformedJson | IllegalArgumentException | tools.jackson.core.JacksonException notOne) {
            throw new IllegalArgumentException("this is no report of spil policy test --json", notOne);
        }
    }

    private static int count(JsonNode tree, String part) {
        return tree.required(part).required("count").asInt();
    }

    private static int failures(JsonNode tree, String part) {
        return tree.required(part).required("failed").size();
    }

    private static int objections(JsonNode tree) {
        return tree.path("opa").path("objections").size();
    }

    ObjectNode json() {
        return JsonText.object()
                .put("report", report.value())
                .put("passed", passed)
                .put("failed", failed)
                .put("invariants", invariants)
                .put("violated", violated);
    }
}
