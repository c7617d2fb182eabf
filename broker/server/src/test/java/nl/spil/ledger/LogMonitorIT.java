package nl.spil.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Finding.Fault;
import nl.spil.protocol.proof.LeafHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogMonitorIT {
    private static final Oin POLICE = new Oin("00000099000000001000");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LedgerFixture fixture = LedgerFixture.fresh();

    @BeforeEach
    void some_entries() {
        for (var i = 0; i < 6; i++) {
            fixture.ledger()
                    .record(Writing.of(Draft.of(
                            "entry",
                            EntryKind.PRE_CHECK,
                            LeafHeader.none().from(POLICE),
                            Map.of("case", "case-" + i))));
        }
    }

    @AfterEach
    void the_whole_log_is_as_it_was_written() {
        fixture.close();
    }

    @Test
    void a_log_that_is_what_was_signed_is_intact() throws Exception {
        var condition = fixture.ledger().monitor().look();

        assertThat(condition).isInstanceOf(LogCondition.Intact.class);
        assertThat(((LogCondition.Intact) condition).entries()).isEqualTo(6);
        assertThatCode(() -> fixture.ledger().mustBeIntact()).doesNotThrowAnyException();
    }

    @Test
    void an_altered_record_stops_releases_until_it_is_what_it_was_and_leaves_its_trace() throws Exception {
        sql("create table kept as select record from log_record where index = 2");
        sql("update log_record set record = record || 'x' where index = 2");

        var altered = fixture.ledger().monitor().look();

        assertThat(altered).isInstanceOf(LogCondition.Altered.class);
        assertThat(((LogCondition.Altered) altered).first().fault()).isEqualTo(Fault.RECORD_ALTERED);
        assertThat(((LogCondition.Altered) altered).first().at()).isEqualTo(2);
        assertThatThrownBy(() -> fixture.ledger().mustBeIntact()).isInstanceOf(LedgerUnavailable.class);
        assertThat(fixture.ledger().recordOf(6).orElseThrow().path("fault").asString())
                .isEqualTo("RECORD_ALTERED");

        sql("update log_record set record = (select record from kept) where index = 2");
        assertThat(fixture.ledger().monitor().look()).isInstanceOf(LogCondition.Intact.class);
        assertThatCode(() -> fixture.ledger().mustBeIntact()).doesNotThrowAnyException();
        assertThat(fixture.ledger().head().size()).isEqualTo(8);
    }

    @Test
    void a_missing_entry_an_inserted_one_and_two_that_changed_places_are_noticed() throws Exception {
        sql("create table kept as select * from log_entry");
        for (var wrong : new String[] {
            "delete from log_entry where index = 3",
            "insert into log_entry select max(index) + 1, min(leaf), min(hash) from log_entry",
            "update log_entry set leaf = k.leaf, hash = k.hash from kept k"
                    + " where log_entry.index in (1, 4) and k.index = 5 - log_entry.index"
        }) {
            sql(wrong);

            assertThat(fixture.ledger().monitor().look()).as(wrong).isInstanceOf(LogCondition.Altered.class);

            sql("delete from log_entry where index < 6 or index not in (select index from log_record)");
            sql("insert into log_entry select * from kept where index < 6");
            assertThat(fixture.ledger().monitor().look()).isInstanceOf(LogCondition.Intact.class);
        }
    }

    @Test
    void what_watches_is_woken_by_a_changed_row() throws Exception {
        sql("create table kept as select salt from log_record where index = 0");
        fixture.ledger().watch();
        await(LogCondition.Intact.class);

        sql("update log_record set salt = decode(repeat('00', 32), 'hex') where index = 0");
        await(LogCondition.Altered.class);

        sql("update log_record set salt = (select salt from kept) where index = 0");
        await(LogCondition.Intact.class);
    }

    private void await(Class<? extends LogCondition> wanted) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!wanted.isInstance(fixture.ledger().condition()) && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        assertThat(fixture.ledger().condition()).isInstanceOf(wanted);
    }

    private void sql(String statement) throws SQLException {
        try (var session = fixture.database().owner().getConnection();
                var prepared = session.createStatement()) {
            prepared.execute(statement);
        }
    }
}
