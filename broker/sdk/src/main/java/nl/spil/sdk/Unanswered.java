package nl.spil.sdk;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** An answer that means "not now": the same call may succeed later. */
final class Unanswered extends IOException {
    private final transient Optional<Duration> askedToWait;

    Unanswered(HttpResponse<byte[]> answer) {
        super(BrokerProblem.of(answer.statusCode(), answer.body()).sentence());
        this.askedToWait = answer.headers().firstValue("Retry-After").flatMap(Unanswered::seconds);
    }

    Optional<Duration> askedToWait() {
        return askedToWait;
    }

    /** Only seconds; a date (RFC 9110 section 10.2.3) would need clocks that agree. */
    private static Optional<Duration> seconds(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }
}
