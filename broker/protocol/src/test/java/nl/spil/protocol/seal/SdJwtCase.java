package nl.spil.protocol.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * One outside case of RFC 9901: claims, some marked as disclosable, which of them the holder discloses, and what a verifier
 * must then see. The claims are concealed here with the digests of the sealed exchange.
 */
final class SdJwtCase {
    private static final Tag DISCLOSABLE = new Tag("!sd");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Resolver TYPES = new Resolver();

    private final Map<String, Node> specification;
    private final List<String> disclosures = new ArrayList<>();
    private int salts;

    private SdJwtCase(Map<String, Node> specification) {
        this.specification = specification;
    }

    static SdJwtCase read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return new SdJwtCase(members(new Yaml(new LoaderOptions()).compose(reader)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Node> members(@Nullable Node node) {
        var members = new LinkedHashMap<String, Node>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> members.put(text(pair.getKeyNode()), pair.getValueNode()));
        }
        return members;
    }

    /** What was issued and disclosed. */
    record Presented(Object payload, List<String> disclosures) {}

    /** Everything is disclosed. */
    Presented whole() {
        return presented(true, null);
    }

    /** What this case discloses. */
    Presented selected() {
        return presented(false, specification.get("holder_disclosed_claims"));
    }

    private Presented presented(boolean all, @Nullable Node wanted) {
        disclosures.clear();
        var payload = Objects.requireNonNull(concealed(claims(), wanted, all));
        return new Presented(payload, List.copyOf(disclosures));
    }

    private Node claims() {
        return Objects.requireNonNull(specification.get("user_claims"));
    }

    /** The claims without their marks. */
    Object claimed() {
        return Objects.requireNonNull(plain(claims()));
    }

    Optional<Object> expected() {
        return Optional.ofNullable(specification.get("expect_verified_user_claims"))
                .map(SdJwtCase::plain);
    }

    private @Nullable Object concealed(Node node, @Nullable Node wanted, boolean all) {
        return switch (node) {
            case MappingNode mapping -> object(mapping, members(wanted), all);
            case SequenceNode sequence -> array(sequence, wanted, all);
            default -> plain(node);
        };
    }

    private Map<String, @Nullable Object> object(MappingNode mapping, Map<String, Node> wanted, boolean all) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        var digests = new ArrayList<String>();
        for (var pair : mapping.getValue()) {
            var name = text(pair.getKeyNode());
            var asked = wanted.get(name);
            var disclosed = all || truthy(asked);
            if (pair.getKeyNode().getTag().equals(DISCLOSABLE)) {
                digests.add(conceal(disclosed, () -> list(name, concealed(pair.getValueNode(), asked, all))));
            } else {
                object.put(name, concealed(pair.getValueNode(), asked, all));
            }
        }
        if (!digests.isEmpty()) {
            digests.sort(null);
            object.put("_sd", digests);
        }
        return object;
    }

    private List<@Nullable Object> array(SequenceNode sequence, @Nullable Node wanted, boolean all) {
        var array = new ArrayList<@Nullable Object>();
        var asked = wanted instanceof SequenceNode several ? several.getValue() : List.<Node>of();
        for (var i = 0; i < sequence.getValue().size(); i++) {
            var element = sequence.getValue().get(i);
            var one = i < asked.size() ? asked.get(i) : null;
            if (element.getTag().equals(DISCLOSABLE)) {
                var disclosed = all || (one != null && !Boolean.FALSE.equals(plain(one)));
                array.add(Map.of("...", conceal(disclosed, () -> list(concealed(element, one, all)))));
            } else {
                array.add(concealed(element, one, all));
            }
        }
        return array;
    }

    /** What is inside is concealed first; what nobody may see takes everything inside along. */
    private String conceal(boolean disclosed, java.util.function.Supplier<List<@Nullable Object>> content) {
        var before = disclosures.size();
        var text = content.get();
        text.addFirst("salt-%05d".formatted(salts++));
        var disclosure = Base64Url.encode(MAPPER.writeValueAsString(text));
        if (disclosed) {
            disclosures.add(disclosure);
        } else {
            disclosures.subList(before, disclosures.size()).clear();
        }
        return Sha256.of(disclosure).value();
    }

    private static List<@Nullable Object> list(@Nullable Object... elements) {
        var list = new ArrayList<@Nullable Object>();
        for (var element : elements) {
            list.add(element);
        }
        return list;
    }

    private static boolean truthy(@Nullable Node wanted) {
        return switch (wanted) {
            case null -> false;
            case MappingNode mapping -> !mapping.getValue().isEmpty();
            case SequenceNode sequence -> !sequence.getValue().isEmpty();
            default -> !Boolean.FALSE.equals(plain(wanted)) && plain(wanted) != null;
        };
    }

    private static @Nullable Object plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                mapping.getValue().forEach(pair -> object.put(text(pair.getKeyNode()), plain(pair.getValueNode())));
                yield object;
            }
            case SequenceNode sequence -> {
                var array = new ArrayList<@Nullable Object>();
                sequence.getValue().forEach(element -> array.add(plain(element)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("no such node in these cases");
        };
    }

    /** A mark hides the type of a value, so it is told from the text again; all numbers are written with a fraction. */
    private static @Nullable Object scalar(ScalarNode node) {
        var type = node.isPlain() ? TYPES.resolve(NodeId.scalar, node.getValue(), true) : Tag.STR;
        if (type.equals(Tag.NULL)) {
            return null;
        }
        if (type.equals(Tag.BOOL)) {
            return Boolean.valueOf(node.getValue());
        }
        return type.equals(Tag.INT) || type.equals(Tag.FLOAT)
                ? (Object) Double.valueOf(node.getValue())
                : node.getValue();
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }
}
