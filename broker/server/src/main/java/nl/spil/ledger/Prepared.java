package nl.spil.ledger;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.spil.protocol.CanonicalJson;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.Leaf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A draft as bytes: everything of an entry but its moment and its place.
 *
 * @param question the bytes to store beside it; absent when an earlier entry of the same writing has them
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the caller to the writer, never compared, never changed.
record Prepared(Draft<?> draft, byte[] salt, byte[] record, Sha256 commitment, byte @Nullable [] question) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_LENGTH = 32;
    private static final int LONGEST_RECORD = 0xffff;
    private static final String QUESTION = "question";
    private static final String FACTS = "facts";

    /** Done by the caller's own thread, so that the one writer has little left to do. */
    static List<Prepared> of(Writing writing) {
        var prepared = new ArrayList<Prepared>();
        for (var i = 0; i < writing.entries().size(); i++) {
            prepared.add(of(writing, i));
        }
        return prepared;
    }

    private static Prepared of(Writing writing, int place) {
        var draft = writing.entries().get(place);
        var json = json(draft.record());
        var question = draft.question();
        var back = 0;
        if (question != null) {
            back = place - firstWith(question, writing.entries());
            json.set(QUESTION, reference(question, back));
            json.set(FACTS, versions(writing.readAt()));
        }
        var record = CanonicalJson.bytes(json);
        if (record.length > LONGEST_RECORD) {
            throw new IllegalArgumentException("a record has at most " + LONGEST_RECORD + " bytes");
        }
        var salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        var stored = question == null || back > 0 ? null : question.bytes();
        return new Prepared(draft, salt, record, Leaf.commitment(salt, record), stored);
    }

    private static int firstWith(Question question, List<Draft<?>> drafts) {
        for (var i = 0; ; i++) {
            var other = drafts.get(i).question();
            if (other != null && other.digest().equals(question.digest())) {
                return i;
            }
        }
    }

    /** The digest, and how many entries back the bytes are stored when not beside this one. */
    private static ObjectNode reference(Question question, int back) {
        var reference = JSON.objectNode().put("sha256", question.digest().value());
        return back == 0 ? reference : reference.put("back", back);
    }

    private static ObjectNode versions(FactsVersions readAt) {
        var json = JSON.objectNode();
        readAt.versions().forEach((scope, version) -> json.put(scope.value(), version));
        return json;
    }

    private static ObjectNode json(Map<String, ?> record) {
        if (record.containsKey(QUESTION) || record.containsKey(FACTS)) {
            throw new IllegalArgumentException("question and facts are the ledger's own members of a record");
        }
        return object(record);
    }

    private static ObjectNode object(Map<?, ?> members) {
        var json = JSON.objectNode();
        members.forEach((name, value) -> json.set((String) name, value(value)));
        return json;
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case String text -> JSON.stringNode(text);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Map<?, ?> members -> object(members);
            case Iterable<?> items -> {
                var array = JSON.arrayNode();
                items.forEach(item -> array.add(value(item)));
                yield array;
            }
            case null, default ->
                throw new IllegalArgumentException("a record holds strings, whole numbers, lists and maps");
        };
    }
}
