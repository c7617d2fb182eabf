package nl.spil.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of an interface, as somebody reads it who has to build against it. */
public final class Described {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31());

    private final JsonNode document;
    private final Map<String, JsonNode> operations = new TreeMap<>();

    public Described(String json) {
        this.document = JsonMapper.shared().readTree(json);
        document.required("paths").forEachEntry((path, item) -> {
            var base = item.has("servers") ? item.required("servers") : document.required("servers");
            var prefix =
                    URI.create(base.required(0).required("url").stringValue()).getPath();
            METHODS.stream()
                    .filter(item::has)
                    .forEach(method -> operations.put(
                            method.toUpperCase(java.util.Locale.ROOT) + " " + prefix + path, item.required(method)));
        });
    }

    public JsonNode document() {
        return document;
    }

    /** Method and full path template. */
    public Set<String> operations() {
        return operations.keySet();
    }

    /** Whether an operation can be called without a token. */
    public boolean isOpen(String operation) {
        var security = described(operation).path("security");
        return security.isArray() && security.isEmpty();
    }

    /** Checks status, headers, media type and body of an answer against what is said about the operation. */
    public void check(String operation, HttpResponse<String> answer) {
        var response = resolved(described(operation).path("responses").path(Integer.toString(answer.statusCode())));
        assertThat(response.isMissingNode())
                .as("%s answers %d, which nobody said: %s", operation, answer.statusCode(), answer.body())
                .isFalse();
        response.path("headers").propertyNames().stream()
                .filter(name -> !name.equals("X-Request-ID"))
                .forEach(name -> assertThat(answer.headers().firstValue(name))
                        .as(operation + " " + name)
                        .isPresent());
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";\\s*charset=.*", "");
        var content = response.path("content");
        assertThat(content.propertyNames()).as(operation).contains(type);
        if (type.endsWith("json")) {
            assertThat(faults(content.required(type).required("schema"), answer.body()))
                    .as(operation + " " + answer.body())
                    .isEmpty();
        }
    }

    private JsonNode described(String operation) {
        var described = operations.get(operation);
        if (described == null) {
            throw new AssertionError("nobody said anything of " + operation);
        }
        return described;
    }

    private List<Error> faults(JsonNode schema, String body) {
        var whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.required("components"));
        return SCHEMAS.getSchema(whole).validate(JsonMapper.shared().readTree(body));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? document.at(node.required("$ref").stringValue().substring(1))
                : node;
    }
}
