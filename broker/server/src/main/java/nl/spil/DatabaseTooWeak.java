package nl.spil;

import java.util.List;
import java.util.stream.Collectors;

/** The database could lose or change what was recorded, so the broker does not start on it. */
final class DatabaseTooWeak extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseTooWeak(List<String> weaknesses) {
        super(weaknesses.stream()
                .collect(Collectors.joining(
                        "\n  - ", "The database could lose or change what was recorded:\n  - ", "")));
    }
}
