package nl.spil.replay;

import org.springframework.context.ApplicationContext;

/** As if another replay were running, until it is closed. */
public final class Occupied implements AutoCloseable {
    private final OneReplay one;
    private final Running other;

    private Occupied(OneReplay one, Running other) {
        this.one = one;
        this.other = other;
    }

    public static Occupied by(ApplicationContext broker) {
        var one = broker.getBean(OneReplay.class);
        return new Occupied(one, one.begin().orElseThrow());
    }

    @Override
    public void close() {
        one.end(other);
    }
}
