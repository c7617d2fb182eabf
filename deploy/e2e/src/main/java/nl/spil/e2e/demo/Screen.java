package nl.spil.e2e.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lays text out for a terminal of 88 columns; colours only where they are wanted. */
final class Screen {
    private static final int WIDTH = 88;
    private static final String INDENT = "   ";
    private static final Pattern WORDS = Pattern.compile("\\s+");

    private final Consumer<String> line;
    private final boolean colours;
    private int chapter;

    Screen(Consumer<String> line, boolean colours) {
        this.line = line;
        this.colours = colours;
    }

    /** Colours are for a person at a terminal, which deploy/spil sees, who has not said no to them (no-color.org). */
    static boolean coloursWanted(Map<String, String> environment) {
        return Boolean.getBoolean("spil.coloured")
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    private enum Colour {
        BOLD("1"),
        DIM("2"),
        GREEN("32"),
        RED("31"),
        YELLOW("33");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    void title(String text) {
        line.accept(paint(Colour.BOLD, text));
        line.accept(paint(Colour.DIM, "─".repeat(WIDTH)));
    }

    /** A new part of the story, numbered. */
    void chapter(String text) {
        chapter++;
        line.accept("");
        line.accept(paint(Colour.BOLD, chapter + (chapter < 10 ? "  " : " ") + text));
    }

    /** What a reader must know to understand what follows. */
    void explain(String text) {
        wrap(text, WIDTH - INDENT.length()).forEach(each -> line.accept(paint(Colour.DIM, INDENT + each)));
    }

    void say(String text) {
        wrap(text, WIDTH - INDENT.length()).forEach(each -> line.accept(INDENT + each));
    }

    void good(String text) {
        marked(Colour.GREEN, "✓", text, 0);
    }

    void bad(String text) {
        marked(Colour.RED, "✗", text, 0);
    }

    void name(String text) {
        line.accept(INDENT + paint(Colour.BOLD, text));
    }

    void got(String text) {
        marked(Colour.GREEN, "✓", text, 1);
    }

    void withheld(String text) {
        marked(Colour.RED, "✗", text, 1);
    }

    void hint(String text) {
        marked(Colour.YELLOW, "→", text, 1);
    }

    /** Belongs to the line before it. */
    void detail(String text) {
        wrap(text, WIDTH - 8).forEach(each -> line.accept(paint(Colour.DIM, "       " + each)));
    }

    /** A line of a table; never wrapped. */
    void row(String text) {
        line.accept((INDENT + text).stripTrailing());
    }

    /** What the command below it is for. */
    void comment(String text) {
        line.accept(paint(Colour.DIM, "     " + text));
    }

    /** Something to type; never wrapped, so that it can be copied. */
    void command(String text) {
        line.accept("     " + text);
    }

    void blank() {
        line.accept("");
    }

    private void marked(Colour colour, String mark, String text, int depth) {
        var indent = INDENT + "  ".repeat(depth);
        var rest = " ".repeat(indent.length() + 2);
        var first = true;
        for (var each : wrap(text, WIDTH - rest.length())) {
            line.accept(first ? indent + paint(colour, mark) + " " + each : rest + each);
            first = false;
        }
    }

    private String paint(Colour colour, String text) {
        return colours ? "\033[" + colour.code + "m" + text + "\033[0m" : text;
    }

    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var current = new StringBuilder();
        for (var word : WORDS.splitAsStream(text.strip()).toList()) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        lines.add(current.toString());
        return lines;
    }
}
