package nl.spil.e2e.demo;

import java.util.List;

/** The summary: what was shared down, who could have it across. */
final class Matrix {
    private static final int FIRST = 32;
    private static final int COLUMN = 11;

    private final Screen screen;
    private final Words words;
    private final Cast cast;
    private final List<String> recipients;

    Matrix(Screen screen, Words words, Cast cast, List<String> recipients) {
        this.screen = screen;
        this.words = words;
        this.cast = cast;
        this.recipients = recipients;
    }

    void show(Results results) {
        var head = new StringBuilder(" ".repeat(FIRST));
        recipients.forEach(key -> head.append(centred(words.text("column." + key))));
        screen.row(head.toString());
        for (var row : results.rows()) {
            var line = new StringBuilder(padded(words.text("summary." + row)));
            recipients.forEach(
                    key -> line.append(centred(results.mark(row, cast.oin(key)).sign())));
            screen.row(line.toString());
        }
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(1, FIRST - text.length()));
    }

    private static String centred(String text) {
        int left = Math.max(0, (COLUMN - text.length()) / 2);
        int right = Math.max(0, COLUMN - text.length() - left);
        return " ".repeat(left) + text + " ".repeat(right);
    }
}
