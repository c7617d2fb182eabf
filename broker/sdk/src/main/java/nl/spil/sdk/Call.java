package nl.spil.sdk;

import java.time.Duration;
import nl.spil.protocol.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One call to the broker, the same however often it is sent.
 *
 * @param path path with query
 * @param scope what the token must allow; null for the open parts of the log
 * @param actor the professional for whom it is done; null where none is asked
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared and never changed; a copy of megabytes would guard nothing.
record Call(
        String method,
        String path,
        @Nullable Scope scope,
        @Nullable Actor actor,
        byte @Nullable [] body,
        String contentType,
        String accept,
        Duration patience) {
    private static final String JSON = "application/json";
    private static final Duration ANSWER = Duration.ofSeconds(30);

    static Call get(String path, @Nullable Scope scope) {
        return new Call("GET", path, scope, null, null, "", JSON, ANSWER);
    }

    static Call of(String method, String path, Scope scope) {
        return new Call(method, path, scope, null, null, "", JSON, ANSWER);
    }

    static Call post(String path, Scope scope, Object json) {
        return of("POST", path, scope).carrying(JSON, JsonText.write(json));
    }

    static Call put(String path, Scope scope, Object json) {
        return of("PUT", path, scope).carrying(JSON, JsonText.write(json));
    }

    Call carrying(String type, byte[] content) {
        return new Call(method, path, scope, actor, content, type, accept, patience);
    }

    Call onBehalfOf(Actor professional) {
        return new Call(method, path, scope, professional, body, contentType, accept, patience);
    }

    Call accepting(String type) {
        return new Call(method, path, scope, actor, body, contentType, type, patience);
    }

    /** For a call that the broker holds on purpose. */
    Call answeredWithin(Duration time) {
        return new Call(method, path, scope, actor, body, contentType, accept, time);
    }

    String pathWithoutQuery() {
        var query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
