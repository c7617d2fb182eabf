package nl.spil;

import java.util.List;

/** The database would lose what it acknowledged, so the broker does not start on it. */
final class DatabaseTooWeak extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseTooWeak(List<String> weaknesses) {
        super("the database would lose what it acknowledged: " + String.join(", ", weaknesses));
    }
}
