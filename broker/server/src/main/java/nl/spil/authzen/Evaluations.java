package nl.spil.authzen;

import java.util.List;
import java.util.Locale;
import nl.spil.protocol.Checked;

/** Several questions in one message, each sound or not by itself, and when to stop answering them. */
record Evaluations(List<Checked<Evaluation>> all, Semantic semantic) {
    Evaluations {
        all = List.copyOf(all);
    }

    /** After which answer the remaining questions are left alone. */
    enum Semantic {
        EXECUTE_ALL,
        DENY_ON_FIRST_DENY,
        PERMIT_ON_FIRST_PERMIT;

        static Semantic named(String name) {
            if (!name.equals(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("no such semantic");
            }
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        boolean endsWith(boolean decision) {
            return switch (this) {
                case EXECUTE_ALL -> false;
                case DENY_ON_FIRST_DENY -> !decision;
                case PERMIT_ON_FIRST_PERMIT -> decision;
            };
        }
    }
}
