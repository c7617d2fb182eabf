package nl.spil.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SecurityLogTest {
    private final AtomicLong nanos = new AtomicLong();
    private final SecurityLog log = new SecurityLog(nanos::get);

    @Test
    void ten_lines_a_second_are_written_and_the_rest_is_counted() {
        try (var lines = SecurityLines.watched()) {
            for (var i = 0; i < 25; i++) {
                log.refused(request("GET", "/v1/cases"), "exp");
            }
            nanos.addAndGet(1_000_000_000L);
            log.refused(request("GET", "/v1/cases"), "exp");

            assertThat(lines.texts()).hasSize(11);
            assertThat(lines.texts().getLast()).contains("15 others left out");
        }
    }

    @Test
    void a_stranger_writes_no_line_of_its_own() {
        try (var lines = SecurityLines.watched()) {
            log.refused(request("GET\r\nWARN all is well", "/v1/cases"), "exp");
            log.refused(request("GET", "/v1/<b>\u001b[31m\n/x"), "exp");
            log.refused(request("GET", "/v1/cases/jan-jansen-19800101/exchanges"), "exp");

            assertThat(lines.texts())
                    .hasSize(3)
                    .noneMatch(line -> line.contains("\n") || line.contains("\u001b") || line.contains("jansen"));
        }
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }
}
