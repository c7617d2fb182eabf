package nl.spil.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An example for {@code policies/cases}: its name is a sentence, and so its title. */
record StoryFile(Path file, String title) {
    private static final Pattern NAME = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)+)\\.yaml");
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:true|false|null|yes|no|on|off|y|n)$)[A-Za-z][A-Za-z0-9_-]*|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    static StoryFile named(Path file, Terminal terminal) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            throw new UsageMistake(terminal.text("explain.noSentence", file), terminal.text("explain.noSentence.hint"));
        }
        var words = name.group(1).replace('-', ' ');
        return new StoryFile(file, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    void write(JsonNode story) {
        try {
            Files.writeString(file, yaml(story));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** As the stories beside it are written: a line for each part, and what is in it on that line. */
    String yaml(JsonNode story) {
        var yaml = new StringBuilder("title: ").append(title).append('\n');
        block(yaml, "", "given", story.path("given"), 2);
        block(yaml, "", "expect", story.path("expect"), 1);
        return yaml.toString();
    }

    private static void block(StringBuilder yaml, String indent, String name, JsonNode value, int levels) {
        if (levels > 0 && value.isObject() && !value.isEmpty()) {
            yaml.append(indent).append(name).append(":\n");
            value.properties()
                    .forEach(member -> block(yaml, indent + "  ", member.getKey(), member.getValue(), levels - 1));
        } else if (value.isArray() && !value.isEmpty() && value.path(0).isObject()) {
            yaml.append(indent).append(name).append(":\n");
            value.forEach(each ->
                    yaml.append(indent).append("  - ").append(flow(each)).append('\n'));
        } else {
            yaml.append(indent).append(name).append(": ").append(flow(value)).append('\n');
        }
    }

    private static String flow(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> member.getKey() + ": " + flow(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return value.valueStream().map(StoryFile::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isString() && PLAIN.matcher(value.stringValue()).matches()
                ? value.stringValue()
                : value.toString();
    }
}
