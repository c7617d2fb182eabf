package nl.spil.protocol;

import java.util.List;
import java.util.function.Function;

/** What examining a message from outside gave: the thing it says, or everything that is wrong with it. */
public sealed interface Checked<T> {

    /** The message is what it should be. */
    record Sound<T>(T value) implements Checked<T> {}

    /** The message is refused; the problems are never empty. */
    record Unsound<T>(List<Problem> problems) implements Checked<T> {
        public Unsound {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refused message has at least one problem");
            }
        }
    }

    static <T> Checked<T> sound(T value) {
        return new Sound<>(value);
    }

    static <T> Checked<T> unsound(Problem... problems) {
        return new Unsound<>(List.of(problems));
    }

    static <T> Checked<T> unsound(List<Problem> problems) {
        return new Unsound<>(problems);
    }

    /** The same, said of what this makes of the value. */
    default <R> Checked<R> map(Function<? super T, ? extends R> making) {
        return switch (this) {
            case Sound<T>(var value) -> new Sound<>(making.apply(value));
            case Unsound<T>(var problems) -> new Unsound<>(problems);
        };
    }

    default boolean isSound() {
        return this instanceof Sound;
    }

    /** Everything that is wrong; empty when nothing is. */
    default List<Problem> problemsFound() {
        return switch (this) {
            case Sound<T> _ -> List.of();
            case Unsound<T>(var problems) -> problems;
        };
    }

    /** The value, for callers to whom an unsound message is a failure and not an answer. */
    default T orThrow() {
        return switch (this) {
            case Sound<T>(var value) -> value;
            case Unsound<T>(var problems) -> throw new UnsoundMessage(problems);
        };
    }
}
