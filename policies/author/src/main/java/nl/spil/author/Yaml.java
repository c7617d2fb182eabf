package nl.spil.author;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What authors write, read so that no two readers disagree: anchors and merges, whole numbers, texts and truths; a key
 * said twice, and a word that YAML 1.1 and 1.2 read differently, are refused.
 */
final class Yaml {
    /** OPA reads an older YAML, in which these are truths, numbers or days. */
    private static final Pattern READ_DIFFERENTLY = Pattern.compile(
            "(?i)y|n|yes|no|on|off|[-+]?0[0-9_]+|[-+]?0[bxo].*|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+|[-+]?[0-9]+_[0-9_]*");

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Yaml() {}

    /** @param name of the file, for who made the mistake */
    static JsonNode read(String text, String name) {
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setSchema(new Unambiguous())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(1_000)
                .build();
        try {
            return node(new Load(settings).loadFromString(text));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new UnreadableSource(name, String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> MAKE.nullNode();
            case Map<?, ?> map -> object(map);
            case List<?> list -> {
                var array = MAKE.arrayNode();
                list.forEach(each -> array.add(node(each)));
                yield array;
            }
            case String text -> MAKE.stringNode(text);
            case Boolean truth -> MAKE.booleanNode(truth);
            case Integer number -> MAKE.numberNode(number.longValue());
            case Long number -> MAKE.numberNode(number);
            default -> throw new IllegalArgumentException("neither text, whole number, truth, list nor map: " + value);
        };
    }

    private static JsonNode object(Map<?, ?> map) {
        var object = MAKE.objectNode();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key that is no text: " + key);
            }
            object.set(name, node(value));
        });
        return object;
    }

    private static final class Unambiguous extends CoreSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            var core = super.getScalarResolver();
            return (value, plain) -> {
                if (plain && READ_DIFFERENTLY.matcher(value).matches()) {
                    throw new IllegalArgumentException("put quotes around " + value);
                }
                return core.resolve(value, plain);
            };
        }
    }
}
