package nl.spil.sdk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/** One HTTP request and its answer, bounded in size and time. */
final class Transport {
    // A delivery is an envelope of at most 4 MiB with its release and proof; a page of the log is smaller.
    private static final long LARGEST_ANSWER = 16L << 20;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http;

    Transport(HttpClient http) {
        this.http = http;
    }

    static HttpClient usual() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    }

    static HttpRequest.Builder request(URI address, Duration patience) {
        return HttpRequest.newBuilder(address).timeout(patience);
    }
}
