package nl.spil.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.spil.protocol.Json;
import nl.spil.protocol.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON object member by member and remembers everything that is wrong with it, so that the caller hears it all
 * at once. A value that could not be read is null; {@link #rejectIfWrong} ends the reading before one can be used.
 */
public final class JsonBody {
    private final JsonNode members;
    private final String pointer;
    private final List<Problem> problems;

    private JsonBody(JsonNode members, String pointer, List<Problem> problems) {
        this.members = members;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** The body of a request; throws {@link Rejected} when it is no JSON object of at most this size. */
    public static JsonBody of(byte[] body, int maximumBytes) {
        var read = Json.read(body, maximumBytes);
        if (!read.isObject()) {
            throw Rejected.malformed("member-ill-formed", "", "The body is not a JSON object.");
        }
        return new JsonBody(read, "", new ArrayList<>());
    }

    /** An object that was read already, which stands at this JSON pointer of the whole. */
    public static JsonBody at(String pointer, JsonNode object) {
        return new JsonBody(object, pointer, new ArrayList<>());
    }

    /** A body without any member is allowed to be no body at all. */
    public static JsonBody ofPossiblyEmpty(byte[] body, int maximumBytes) {
        return of(body.length == 0 ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8) : body, maximumBytes);
    }

    public JsonBody only(Set<String> names) {
        if (!names.containsAll(members.propertyNames())) {
            problem("member-unknown", "", "There is a member that does not belong here.");
        }
        return this;
    }

    public boolean has(String name) {
        return members.has(name);
    }

    /** A text that must be there. */
    public <T> @Nullable T text(String name, Function<String, T> reading) {
        return value(name, node -> reading.apply(string(node)));
    }

    /** A text that may be absent. */
    public <T> @Nullable T textIfPresent(String name, Function<String, T> reading) {
        return has(name) ? text(name, reading) : null;
    }

    /** A list of texts that must be there, each once. */
    public <T> List<T> texts(String name, int most, Function<String, T> reading) {
        var read = value(name, node -> {
            must(node.isArray() && !node.isEmpty() && node.size() <= most);
            var values =
                    node.valueStream().map(each -> reading.apply(string(each))).toList();
            must(values.stream().distinct().count() == values.size());
            return values;
        });
        return read == null ? List.of() : read;
    }

    public @Nullable Boolean flag(String name) {
        return value(name, node -> {
            must(node.isBoolean());
            return node.booleanValue();
        });
    }

    public @Nullable Integer number(String name) {
        return value(name, node -> {
            must(node.isIntegralNumber() && node.canConvertToInt());
            return node.intValue();
        });
    }

    /** A moment in whole seconds: a number of seconds since 1970 or an ISO 8601 text in UTC. */
    public @Nullable Instant moment(String name) {
        return value(name, JsonBody::instant);
    }

    public @Nullable Instant momentIfPresent(String name) {
        return has(name) ? moment(name) : null;
    }

    /** An object inside this one. */
    public Optional<JsonBody> object(String name) {
        return Optional.ofNullable(value(name, node -> {
            must(node.isObject());
            return new JsonBody(node, pointer + "/" + name, problems);
        }));
    }

    /** The objects of a list that must be there. */
    public List<JsonBody> objects(String name, int most) {
        var read = value(name, node -> {
            must(node.isArray() && !node.isEmpty() && node.size() <= most);
            var bodies = new ArrayList<JsonBody>();
            for (var i = 0; i < node.size(); i++) {
                must(node.required(i).isObject());
                bodies.add(new JsonBody(node.required(i), pointer + "/" + name + "/" + i, problems));
            }
            return bodies;
        });
        return read == null ? List.of() : read;
    }

    /** Notes something that is wrong with a member, or with several when the name is empty. */
    public void problem(String code, String name, String detail) {
        problems.add(new Problem(code, name.isEmpty() ? pointer : pointer + "/" + name, detail));
    }

    /** What is wrong with what was read so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Makes a whole of its parts; parts that contradict each other are one more problem. */
    public <T> T whole(java.util.function.Supplier<T> assembly) {
        rejectIfWrong();
        try {
            return assembly.get();
        } catch (IllegalArgumentException contradictory) {
            throw new Rejected(
                            ProblemType.MALFORMED,
                            List.of(new Problem("contradictory", pointer, "Some members contradict each other.")))
                    .because(contradictory);
        }
    }

    /** Throws {@link Rejected} with every problem that was found. */
    public void rejectIfWrong() {
        if (!problems.isEmpty()) {
            throw new Rejected(ProblemType.MALFORMED, problems);
        }
    }

    private <T> @Nullable T value(String name, Function<JsonNode, T> reading) {
        if (!has(name)) {
            problem("member-missing", name, "This member is missing.");
            return null;
        }
        try {
            return reading.apply(members.required(name));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            problem("member-ill-formed", name, "This member has the wrong form.");
            return null;
        }
    }

    private static String string(JsonNode node) {
        must(node.isString());
        return node.stringValue();
    }

    private static Instant instant(JsonNode node) {
        if (node.isString()) {
            var moment = Instant.parse(node.stringValue());
            must(moment.equals(moment.truncatedTo(ChronoUnit.SECONDS)));
            return inRange(moment);
        }
        must(node.isIntegralNumber() && node.canConvertToLong());
        return inRange(Instant.ofEpochSecond(node.longValue()));
    }

    /** Year 1970 to 9999: what databases and other readers can hold. */
    private static Instant inRange(Instant moment) {
        must(moment.getEpochSecond() >= 0 && moment.getEpochSecond() < 253_402_300_800L);
        return moment;
    }

    private static void must(boolean met) {
        if (!met) {
            throw new IllegalArgumentException("another form is asked for");
        }
    }
}
