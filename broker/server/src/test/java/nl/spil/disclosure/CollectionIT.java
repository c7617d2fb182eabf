package nl.spil.disclosure;

import static nl.spil.disclosure.Region.MUNICIPALITY;
import static nl.spil.disclosure.Region.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.spil.casefile.Unreadable;
import nl.spil.disclosure.Handover.Delivered;
import nl.spil.disclosure.Handover.Withheld;
import nl.spil.disclosure.KeptDisclosure.Ending;
import nl.spil.disclosure.Outcome.Disclosure;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Stage;
import nl.spil.protocol.UnsoundMessage;
import nl.spil.protocol.seal.Acknowledgement;
import nl.spil.protocol.seal.Acknowledgement.Result;
import nl.spil.protocol.seal.OpenedExchange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits is decided a second time before it is handed over, and leaves the broker when it was read or waited too long. */
class CollectionIT {
    private final Region region = Region.open();
    private final Rooms rooms = region.rooms();

    @AfterEach
    void the_whole_ledger_is_as_it_was_written() {
        region.close();
    }

    @Test
    void a_recipient_opens_exactly_what_was_disclosed_to_it_and_can_prove_that_it_was_recorded_first() {
        var sent = rooms.send(region.sealed()).sent();

        var municipality = region.opened(MUNICIPALITY, rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY)));
        var probation = region.opened(PROBATION, rooms.collect(PROBATION, idOf(sent, PROBATION)));

        assertThat(values(municipality)).containsExactlyInAnyOrder("slaapt slecht", "J. Jansen");
        assertThat(values(probation)).containsExactly("J. Jansen");
        assertThat(municipality.release().partial()).isFalse();
        assertThat(probation.release().partial()).isTrue();
        assertThat(probation.release().obligations())
                .extracting(duty -> duty.code())
                .isNotEmpty();
    }

    @Test
    void consent_withdrawn_after_sending_keeps_the_item_in() {
        var sent = rooms.send(region.sealed()).sent();

        region.withdrawConsent();

        var opened = region.opened(MUNICIPALITY, rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY)));
        assertThat(values(opened)).containsExactly("J. Jansen");
        assertThat(opened.release().partial()).isTrue();
    }

    @Test
    void when_nothing_is_permitted_any_more_that_is_said_and_recorded_and_nothing_leaves() {
        var sent = rooms.send(region.sealed(List.of(region.item("HEALTH", "slaapt slecht")), MUNICIPALITY))
                .sent();
        region.withdrawConsent();

        var handover = (Withheld) rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY));

        assertThat(handover.ruling().refused().getFirst().reasons())
                .extracting(reason -> reason.code())
                .contains("health_without_basis");
        assertThat(handover.receipt().verify(region.log.key()).leaf().type()).isEqualTo("collection-refused");
        assertThat(region.count("collection")).isZero();
    }

    @Test
    void what_was_withheld_at_sending_does_not_come_back_when_consent_comes_later() {
        region.withdrawConsent();
        var sent = rooms.send(region.sealed()).sent();
        region.giveConsentAgain();

        var opened = region.opened(MUNICIPALITY, rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY)));

        assertThat(values(opened)).containsExactly("J. Jansen");
    }

    @Test
    void a_lost_reply_is_asked_again_and_decided_again() {
        var sent = rooms.send(region.sealed()).sent();
        var id = idOf(sent, MUNICIPALITY);
        var collection = UUID.randomUUID();
        rooms.collect(MUNICIPALITY, id, collection);
        region.withdrawConsent();

        var again = region.opened(MUNICIPALITY, rooms.collect(MUNICIPALITY, id, collection));

        assertThat(values(again)).containsExactly("J. Jansen");
        assertThat(region.count("collection")).isEqualTo(2);
    }

    @Test
    void a_recipient_that_was_removed_from_the_case_gets_nothing_any_more() {
        var sent = rooms.send(region.sealed()).sent();

        region.remove(MUNICIPALITY);

        assertThat(rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY))).isInstanceOf(Withheld.class);
    }

    @Test
    void a_closed_case_gives_nothing_out_and_its_ciphertext_is_deleted() {
        var sent = rooms.send(region.sealed()).sent();
        region.enter(Stage.CLOSED);
        assertThat(rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY))).isInstanceOf(Withheld.class);

        rooms.endings().sweep();

        assertThat(state(sent, MUNICIPALITY)).isEqualTo("WITHDRAWN");
        assertThat(storedParcels()).isZero();
        gone(() -> rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY)));
    }

    @Test
    void the_disclosure_of_another_recipient_does_not_exist() {
        var sent = rooms.send(region.sealed()).sent();

        rejected(() -> rooms.collect(PROBATION, idOf(sent, MUNICIPALITY)), ProblemType.NOT_FOUND);
        rejected(() -> rooms.collect(PROBATION, DisclosureId.random()), ProblemType.NOT_FOUND);
    }

    @Test
    void an_acknowledged_disclosure_is_deleted_for_that_recipient_alone() {
        var sent = rooms.send(region.sealed()).sent();
        var acknowledgement = acknowledgement(sent, MUNICIPALITY, Result.OPENED);

        var first = rooms.acknowledge(MUNICIPALITY, acknowledgement);
        var again = rooms.acknowledge(MUNICIPALITY, acknowledgement);

        assertThat(first).isInstanceOf(Acknowledged.First.class);
        assertThat(again).isInstanceOf(Acknowledged.Again.class);
        assertThat(again.receipt().index()).isEqualTo(first.receipt().index());
        assertThat(first.receipt().verify(region.log.key()).leaf().type()).isEqualTo("acknowledged");
        assertThat(state(sent, MUNICIPALITY)).isEqualTo("ACKNOWLEDGED");
        assertThat(state(sent, PROBATION)).isEqualTo("WAITING");
        assertThat(storedParcels()).isEqualTo(1);
        gone(() -> rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY)));
    }

    @Test
    void the_same_acknowledgement_many_times_at_once_stands_once() throws Exception {
        var sent = rooms.send(region.sealed()).sent();
        var acknowledgement = acknowledgement(sent, MUNICIPALITY, Result.OPENED);
        var before = region.entries();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 5)
                    .<Callable<Long>>mapToObj(_ -> () -> rooms.acknowledge(MUNICIPALITY, acknowledgement)
                            .receipt()
                            .index());
            for (var done : threads.invokeAll(calls.toList())) {
                assertThat(done.get()).isEqualTo(before);
            }
        }

        assertThat(region.entries()).isEqualTo(before + 1);
    }

    @Test
    void what_could_not_be_read_is_recorded_as_such_and_can_be_collected_again() {
        var sent = rooms.send(region.sealed()).sent();

        rooms.acknowledge(MUNICIPALITY, acknowledgement(sent, MUNICIPALITY, Result.UNREADABLE));

        assertThat(state(sent, MUNICIPALITY)).isEqualTo("COLLECTED");
        assertThat(rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY))).isInstanceOf(Delivered.class);
    }

    @Test
    void a_recipient_cannot_take_back_what_it_said() {
        var sent = rooms.send(region.sealed()).sent();
        var unreadable = acknowledgement(sent, MUNICIPALITY, Result.UNREADABLE);
        rooms.acknowledge(MUNICIPALITY, unreadable);

        rejected(() -> rooms.acknowledge(MUNICIPALITY, saying(unreadable, Result.OPENED)), ProblemType.CONFLICT);
    }

    @Test
    void an_acknowledgement_of_a_release_that_was_never_given_is_refused() {
        var sent = rooms.send(region.sealed()).sent();
        var collected = acknowledgement(sent, PROBATION, Result.OPENED);
        var madeUp = acknowledgement(sent, MUNICIPALITY, Result.OPENED);
        var mixed = new Acknowledgement(
                madeUp.recipient(),
                madeUp.audience(),
                madeUp.id(),
                madeUp.issuedAt(),
                madeUp.disclosure(),
                madeUp.collection(),
                madeUp.exchange(),
                collected.release(),
                Result.OPENED);

        assertThatThrownBy(() -> rooms.acknowledge(MUNICIPALITY, mixed))
                .isInstanceOfSatisfying(
                        UnsoundMessage.class,
                        unsound -> assertThat(unsound.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("release-unknown"));
    }

    @Test
    void an_acknowledgement_signed_by_another_partner_is_refused() {
        var sent = rooms.send(region.sealed()).sent();
        var acknowledgement = acknowledgement(sent, MUNICIPALITY, Result.OPENED);
        var forged = acknowledgement.sign(PROBATION.signing());

        assertThatThrownBy(() ->
                        rooms.acknowledgements().acknowledge(MUNICIPALITY.oin(), acknowledgement.disclosure(), forged))
                .isInstanceOf(UnsoundMessage.class);
        assertThat(state(sent, MUNICIPALITY)).isEqualTo("COLLECTED");
    }

    @Test
    void what_waits_too_long_is_deleted_and_that_is_recorded() {
        var sent = rooms.send(region.sealed()).sent();
        region.now.set(region.now.get().plus(Duration.ofDays(7)));
        var before = region.entries();

        rooms.endings().sweep();
        rooms.endings().sweep();

        assertThat(region.entries()).isEqualTo(before + 2);
        assertThat(storedParcels()).isZero();
        assertThat(state(sent, MUNICIPALITY)).isEqualTo(Ending.EXPIRED.name());
        gone(() -> rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY)));
    }

    @Test
    void what_waited_too_long_is_gone_also_when_nobody_has_looked_yet() {
        var sent = rooms.send(region.sealed()).sent();
        region.now.set(region.now.get().plus(Duration.ofDays(7)));

        gone(() -> rooms.collect(MUNICIPALITY, idOf(sent, MUNICIPALITY)));

        assertThat(storedParcels()).isEqualTo(1);
        assertThat(state(sent, PROBATION)).isEqualTo(Ending.EXPIRED.name());
    }

    @Test
    void what_is_stored_shows_neither_values_nor_labels() {
        rooms.send(region.sealed());

        for (var parcel : region.jdbc
                .sql("select sealed from disclosure")
                .query((row, _) -> row.getBytes(1))
                .list()) {
            var text = new String(parcel, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("Jansen", "HEALTH", region.subject.value(), "protected");
        }
    }

    @Test
    void a_delivery_moved_to_another_row_does_not_open() {
        var first = rooms.send(region.sealed()).sent();
        var second = rooms.send(region.sealed()).sent();
        region.jdbc
                .sql("update disclosure set sealed = (select sealed from disclosure where id = ?) where id = ?")
                .params(
                        idOf(first, MUNICIPALITY).value(),
                        idOf(second, MUNICIPALITY).value())
                .update();

        assertThatThrownBy(() -> rooms.collect(MUNICIPALITY, idOf(second, MUNICIPALITY)))
                .isInstanceOf(Unreadable.class);
    }

    private Acknowledgement acknowledgement(Sent sent, Member recipient, Result result) {
        var collection = UUID.randomUUID();
        var id = idOf(sent, recipient);
        var opened = region.opened(recipient, rooms.collect(recipient, id, collection));
        return new Acknowledgement(
                recipient.oin(),
                Region.AUDIENCE,
                UUID.randomUUID(),
                region.now.get().truncatedTo(ChronoUnit.SECONDS),
                id,
                collection,
                sent.exchange(),
                opened.releaseDigest(),
                result);
    }

    private static Acknowledgement saying(Acknowledgement before, Result result) {
        return new Acknowledgement(
                before.recipient(),
                before.audience(),
                UUID.randomUUID(),
                before.issuedAt(),
                before.disclosure(),
                before.collection(),
                before.exchange(),
                before.release(),
                result);
    }

    private static void gone(ThrowingCallable call) {
        rejected(call, CollectionDesk.ENDED);
    }

    private static void rejected(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.type()).isEqualTo(type));
    }

    private String state(Sent sent, Member recipient) {
        return rooms.disclosures()
                .find(idOf(sent, recipient), recipient.oin())
                .orElseThrow()
                .stateAt(region.now.get());
    }

    private long storedParcels() {
        return region.jdbc
                .sql("select count(*) from disclosure where sealed is not null")
                .query(Long.class)
                .single();
    }

    private static List<String> values(OpenedExchange exchange) {
        return exchange.items().stream().map(item -> item.value().stringValue()).toList();
    }

    static DisclosureId idOf(Sent sent, Member recipient) {
        return sent.recipients().stream()
                .map(Told::outcome)
                .filter(outcome -> outcome.recipient().equals(recipient.oin()))
                .map(Disclosure.class::cast)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
