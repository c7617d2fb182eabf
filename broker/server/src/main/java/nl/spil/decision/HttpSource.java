package nl.spil.decision;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An address that serves bundles as OPA's bundle API does: asked with the tag of what is here already. */
final class HttpSource implements BundleSource, AutoCloseable {
    private final HttpClient client;
    private final URI address;
    private final Duration longest;
    private String seen = "";
    private String settled = "";

    HttpSource(URI address, Duration longest) {
        this.address = address;
        this.longest = longest;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(longest)
                .build();
    }

    @Override
    public Optional<byte[]> changed() throws IOException {
        var request = HttpRequest.newBuilder(address).header("Accept", "application/gzip");
        if (!settled.isEmpty()) {
            request.header("If-None-Match", settled);
        }
        var answer = inTime(request.build());
        seen = answer.headers().firstValue("ETag").orElse("");
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(answer.body());
            case 304 -> Optional.empty();
            default -> throw new IOException("status " + answer.statusCode());
        };
    }

    @Override
    public void settled() {
        settled = seen;
    }

    /** The time is for all of the answer, to its last byte. */
    private HttpResponse<byte[]> inTime(HttpRequest request) throws IOException {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Tarball.MOST_PACKED));
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no whole answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException("no whole answer", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
