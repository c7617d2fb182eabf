package nl.spil.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings as they were given, and what is wrong with them so far; values are never repeated. */
final class Given {
    private final Function<String, @Nullable String> source;
    private final List<String> complaints = new ArrayList<>();

    Given(Function<String, @Nullable String> source) {
        this.source = source;
    }

    void complain(String complaint) {
        complaints.add(complaint);
    }

    void complainIf(boolean wrong, String complaint) {
        if (wrong) {
            complain(complaint);
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(source.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The value, or a complaint and something harmless in its place so that the other settings are still checked. */
    String required(String name, String why, String inItsPlace) {
        return text(name).orElseGet(() -> {
            complain(name + " is missing: " + why);
            return inItsPlace;
        });
    }

    /** Reads a value of another type; one that cannot be read is a complaint. */
    <T> Optional<T> read(String name, String what, Function<String, T> reader) {
        return text(name).flatMap(value -> {
            try {
                return Optional.of(reader.apply(value));
            } catch (RuntimeException unreadable) {
                complain(name + " is not " + what);
                return Optional.empty();
            }
        });
    }

    List<String> complaints() {
        return complaints;
    }
}
