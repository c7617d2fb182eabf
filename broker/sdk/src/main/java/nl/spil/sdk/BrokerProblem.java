package nl.spil.sdk;

import java.util.List;
import nl.spil.protocol.MalformedJson;
import tools.jackson.databind.JsonNode;

/**
 * What the broker said was wrong, as RFC 9457 problem details; the code is stable, the texts follow the language asked for.
 *
 * @param whole everything the broker said, for members that only some problems have
 */
public record BrokerProblem(
        int status, String code, String title, String detail, List<Detail> details, JsonNode whole) {
    private static final String TYPE = "urn:spil:problem:";

    /** One of several things that were wrong. */
    public record Detail(String code, String pointer, String detail) {}

    public BrokerProblem {
        details = List.copyOf(details);
    }

    /** Reads an error answer; one that is not a problem of the broker becomes a problem that says so. */
    static BrokerProblem of(int status, byte[] body) {
        try {
            var tree = JsonText.read(body);
            var code = codeIn(tree);
            return code.isEmpty() ? unintelligible(status) : read(status, code, tree);
        } catch (MalformedJson notJson) {
            return unintelligible(status);
        }
    }

    private static BrokerProblem read(int status, String code, JsonNode tree) {
        var details = tree.path("problems")
                .valueStream()
                .map(each -> new Detail(text(each, "code"), text(each, "pointer"), text(each, "detail")))
                .toList();
        return new BrokerProblem(status, code, text(tree, "title"), text(tree, "detail"), details, tree);
    }

    private static String codeIn(JsonNode tree) {
        var code = text(tree, "code");
        if (!code.isEmpty()) {
            return code;
        }
        var type = text(tree, "type");
        // The token endpoint speaks OAuth (RFC 6749 section 5.2), which has "error" where others have "type".
        return type.startsWith(TYPE) ? type.substring(TYPE.length()) : text(tree, "error");
    }

    private static BrokerProblem unintelligible(int status) {
        return new BrokerProblem(status, "unintelligible_answer", "HTTP " + status, "", List.of(), JsonText.object());
    }

    private static String text(JsonNode tree, String member) {
        return tree.path(member).asString("");
    }

    /** All of it in one line. */
    public String sentence() {
        var sentence = new StringBuilder(title.isEmpty() ? code : title);
        if (!detail.isEmpty() && !detail.equals(title)) {
            sentence.append(": ").append(detail);
        }
        for (var each : details) {
            sentence.append("; ").append(each.detail().isEmpty() ? each.code() : each.detail());
        }
        return sentence.toString();
    }
}
