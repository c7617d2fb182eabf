package nl.spil.replay;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something costly that is made when it is first needed, once, whoever asks. */
final class Lazily<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    Lazily(Supplier<T> making) {
        this.making = making;
    }

    synchronized T get() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }

    /** What was made, if anybody ever asked. */
    synchronized Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
