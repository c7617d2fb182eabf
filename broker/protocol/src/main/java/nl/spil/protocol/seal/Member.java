package nl.spil.protocol.seal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One member of a message as read: its value, or the certainty that a finding says why there is none. */
record Member<T>(@Nullable T read) {

    static <T> Member<T> refused() {
        return new Member<>(null);
    }

    T value() {
        if (read == null) {
            throw new IllegalStateException("a refused message has no values");
        }
        return read;
    }

    Optional<T> optional() {
        return Optional.ofNullable(read);
    }
}
