package nl.spil.disclosure;

import static nl.spil.disclosure.Examples.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.spil.protocol.Oin;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals();

    @Test
    void what_arrives_while_somebody_looks_is_not_missed() {
        var next = arrivals.next(RECIPIENT);

        arrivals.tell(List.of(RECIPIENT));

        assertThat(next).isDone();
    }

    @Test
    void what_arrives_for_another_wakes_nobody() {
        var next = arrivals.next(RECIPIENT);

        arrivals.tell(List.of(new Oin("00000099000000000009")));

        assertThat(next).isNotDone();
    }

    @Test
    void everyone_who_waits_for_a_recipient_is_woken_once() {
        var first = arrivals.next(RECIPIENT);
        var second = arrivals.next(RECIPIENT);

        arrivals.tell(List.of(RECIPIENT));

        assertThat(first).isDone();
        assertThat(second).isDone();
        assertThat(arrivals.next(RECIPIENT)).isNotDone();
    }

    @Test
    void whoever_waits_in_vain_may_look_again() throws InterruptedException {
        var started = System.nanoTime();

        Arrivals.await(arrivals.next(RECIPIENT), Duration.ofMillis(30));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }
}
