package nl.spil.disclosure;

import static nl.spil.disclosure.Region.CARE;
import static nl.spil.disclosure.Region.MUNICIPALITY;
import static nl.spil.disclosure.Region.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A recipient learns of what waits for it, and of nothing else. */
class InboxIT {
    private static final Duration NO_WAIT = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Region region = Region.open();
    private final Rooms rooms = region.rooms();

    @AfterEach
    void the_whole_ledger_is_as_it_was_written() {
        region.close();
    }

    @Test
    void shows_each_recipient_its_own_in_the_order_of_the_ledger_page_by_page() throws Exception {
        var first = CollectionIT.idOf(rooms.send(region.sealed()).sent(), PROBATION);
        var second = CollectionIT.idOf(rooms.send(region.sealed()).sent(), PROBATION);

        var page = rooms.inbox().after(-1, PROBATION.oin(), 1, NO_WAIT);
        var next = rooms.inbox().after(page.getLast().entry(), PROBATION.oin(), 1, NO_WAIT);

        assertThat(page).extracting(KeptDisclosure::id).containsExactly(first);
        assertThat(next).extracting(KeptDisclosure::id).containsExactly(second);
        assertThat(rooms.inbox().after(-1, CARE.oin(), 10, NO_WAIT)).isEmpty();
    }

    @Test
    void whoever_waits_hears_of_an_arrival_when_it_is_there() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> rooms.inbox().after(-1, MUNICIPALITY.oin(), 10, LONG));

            rooms.send(region.sealed());

            assertThat(waiting.get()).hasSize(1);
        }
    }

    @Test
    void whoever_waits_hears_also_of_what_another_node_delivered() throws Exception {
        var otherNode = region.rooms();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> rooms.inbox().after(-1, MUNICIPALITY.oin(), 10, LONG));

            otherNode.send(region.sealed());

            assertThat(waiting.get()).hasSize(1);
        }
    }

    @Test
    void a_wait_in_vain_ends_with_nothing() throws Exception {
        List<KeptDisclosure> found = rooms.inbox().after(-1, MUNICIPALITY.oin(), 10, Duration.ofMillis(50));

        assertThat(found).isEmpty();
    }
}
