package nl.spil.sdk;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import nl.spil.protocol.MalformedJson;
import org.jspecify.annotations.Nullable;

/** Where tokens come from, as the broker's own metadata say (RFC 8414); asked once. */
final class Issuer {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private record Metadata(URI name, URI tokenEndpoint) {}

    private final Transport transport;
    private final URI broker;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Metadata known;

    Issuer(Transport transport, URI broker) {
        this.transport = transport;
        this.broker = broker;
    }

    /** The name of the authorization server and of the broker, as it stands in the `aud` of what we sign for it. */
    URI name() throws IOException, InterruptedException {
        return metadata().name();
    }

    URI tokenEndpoint() throws IOException, InterruptedException {
        return metadata().tokenEndpoint();
    }

    private Metadata metadata() throws IOException, InterruptedException {
        var found = known;
        if (found == null) {
            oneAtATime.lockInterruptibly();
            try {
                found = known == null ? fetch() : known;
                known = found;
            } finally {
                oneAtATime.unlock();
            }
        }
        return found;
    }

    private Metadata fetch() throws IOException, InterruptedException {
        var address = broker.resolve("/.well-known/oauth-authorization-server");
        var answer = transport.send(Transport.request(address, ANSWER)
                .header("Accept", "application/json")
                .build());
        if (answer.statusCode() != 200) {
            throw new Unanswered(answer);
        }
        try {
            var tree = JsonText.read(answer.body());
            return new Metadata(
                    URI.create(tree.path("issuer").asString("")),
                    URI.create(tree.path("token_endpoint").asString("")));
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new BrokerUnavailable("there is no Spil broker at " + broker + ": its metadata cannot be read", e);
        }
    }
}
