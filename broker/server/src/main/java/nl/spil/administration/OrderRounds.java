package nl.spil.administration;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether the moment of an ordered activation has come. */
final class OrderRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderRounds.class);
    private static final int SECONDS = 2;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("spil-policy-orders").factory());
    private final PolicyDesk desk;
    private String said = "";

    private OrderRounds(PolicyDesk desk) {
        this.desk = desk;
    }

    static OrderRounds of(PolicyDesk desk) {
        var rounds = new OrderRounds(desk);
        var _ = rounds.clock.scheduleWithFixedDelay(rounds::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        return rounds;
    }

    /** What fails now is tried again: an OPA server may still be loading, the database may be away. */
    private void look() {
        try {
            desk.carryOutOrders();
            said = "";
        } catch (RuntimeException notNow) {
            sayOnce(notNow.getClass().getSimpleName() + ": " + notNow.getMessage());
        }
    }

    private void sayOnce(String why) {
        if (!why.equals(said)) {
            said = why;
            LOG.warn("an ordered activation has to wait: {}", why);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
