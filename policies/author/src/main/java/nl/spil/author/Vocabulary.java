package nl.spil.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The codes of the rules as concepts that others can refer to: a small SKOS extension of the W3C DPV. */
final class Vocabulary {
    static final String FILE = "vocabulary/spil.jsonld";

    private static final String WRITTEN = "vocabulary/broader.yaml";
    private static final String NOTE = "example, needs legal review";

    private final PolicyFolder folder;
    private final JsonNode tables;
    private final JsonNode texts;
    private final JsonNode written;

    Vocabulary(PolicyFolder folder, Bundle bundle) {
        this.folder = folder;
        this.tables = bundle.tables();
        this.texts = bundle.json(Bundle.TEXTS);
        this.written = folder.yaml(WRITTEN);
    }

    /** As JSON-LD; the same sources give the same text. */
    String text() {
        var graph = new ArrayList<Object>();
        written.required("schemes").properties().forEach(scheme -> {
            graph.add(scheme(scheme.getKey(), scheme.getValue()));
            codes(scheme.getValue()).forEach(code -> graph.add(concept(scheme.getKey(), scheme.getValue(), code)));
        });
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", context());
        document.put("@graph", graph);
        return Json.pretty(document) + "\n";
    }

    /** The codes of a scheme: the rows of a table, or the folders of rules. */
    List<String> codes(JsonNode scheme) {
        return scheme.has("table")
                ? tables.path(scheme.get("table").asString()).propertyNames().stream()
                        .sorted()
                        .toList()
                : folder.folders(scheme.required("folder").asString());
    }

    private Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>();
        context.put("skos", "http://www.w3.org/2004/02/skos/core#");
        context.put("dct", "http://purl.org/dc/terms/");
        written.required("prefixes")
                .properties()
                .forEach(
                        prefix -> context.put(prefix.getKey(), prefix.getValue().asString()));
        for (var reference : List.of("skos:inScheme", "skos:broader", "dct:source")) {
            context.put(reference, Map.of("@type", "@id"));
        }
        return context;
    }

    private static Map<String, Object> scheme(String name, JsonNode scheme) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@id", "spil:" + name);
        json.put("@type", "skos:ConceptScheme");
        json.put(
                "skos:prefLabel",
                List.of(
                        label("nl", scheme.required("nl").asString()),
                        label("en", scheme.required("en").asString())));
        json.put("skos:editorialNote", NOTE);
        return json;
    }

    private Map<String, Object> concept(String name, JsonNode scheme, String code) {
        var words = texts.path(scheme.get("words").asString() + code);
        if (words.isMissingNode()) {
            throw new UnreadableSource(WRITTEN, "the texts have no words for " + name + " " + code);
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("@id", "spil:" + name + ":" + code);
        json.put("@type", List.of("skos:Concept", scheme.required("is").asString()));
        json.put("skos:inScheme", "spil:" + name);
        json.put("skos:notation", code);
        json.put("skos:prefLabel", both(words, "title"));
        json.put("skos:definition", both(words, "sentence"));
        json.put(
                "skos:broader",
                written.path("broader")
                        .path(name)
                        .path(code)
                        .asString(scheme.get("is").asString()));
        var law = tables.path(scheme.path("table").asString("")).path(code).path("law");
        if (law.isString()) {
            json.put("dct:source", law.asString());
        }
        json.put("skos:editorialNote", NOTE);
        return json;
    }

    private static List<Object> both(JsonNode words, String member) {
        return List.of(
                label("nl", words.path("nl").path(member).asString()),
                label("en", words.path("en").path(member).asString()));
    }

    private static Map<String, String> label(String language, String text) {
        var label = new LinkedHashMap<String, String>();
        label.put("@language", language);
        label.put("@value", text);
        return label;
    }
}
