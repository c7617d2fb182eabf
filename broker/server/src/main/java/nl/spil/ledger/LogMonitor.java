package nl.spil.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.spil.protocol.proof.LogAudit;
import nl.spil.protocol.proof.LogKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the broker's own log over and over, from end to end, and says when something in it is not what was signed.
 *
 * <p>It rests nineteen times as long as it looked, so that it never takes more than a twentieth of one processor however
 * long the log is. While it rests it watches the database's own count of changed and deleted rows, of which there must be
 * none: whoever changes a row by SQL wakes it within seconds. What was changed beneath the database shows in the next
 * round.
 */
final class LogMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogMonitor.class);

    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(20);
    private static final int RESTS = 19;

    private final LedgerSessions sessions;
    private final DataSource pool;
    private final LogKey key;
    private final Published published;
    private final InstantSource clock;
    private final Consumer<LogCondition> told;
    private final Thread thread =
            Thread.ofPlatform().name("ledger-monitor").daemon().unstarted(this::run);

    private volatile LogCondition condition = new LogCondition.NotYetSeen();
    private volatile boolean closing;

    /** @param told hears of every change between intact and altered; what it throws is logged and forgotten */
    LogMonitor(
            LedgerSessions sessions,
            DataSource pool,
            LogKey key,
            Published published,
            InstantSource clock,
            Consumer<LogCondition> told) {
        this.sessions = sessions;
        this.pool = pool;
        this.key = key;
        this.published = published;
        this.clock = clock;
        this.told = told;
    }

    LogCondition condition() {
        return condition;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            var began = System.nanoTime();
            var touched = Touched.UNKNOWN;
            try {
                touched = touched();
                look();
            } catch (SQLException | LedgerUnavailable e) {
                LOG.debug("the log could not be looked at now: {}", e.toString());
            }
            rest(touched, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** Looks at everything once and remembers what it found. */
    LogCondition look() throws SQLException {
        // Read before the log is: it stands in it already, and a log cut short is known by it.
        var kept = published.notes();
        try (var log = new PostgresStoredLog(sessions.open(), kept)) {
            var report = LogAudit.check(key, log);
            become(report.clean() ? new LogCondition.Intact(report.entries(), clock.instant()) : altered(report));
        }
        return condition;
    }

    private LogCondition.Altered altered(LogAudit.Report report) {
        var since = condition instanceof LogCondition.Altered before ? before.since() : clock.instant();
        return new LogCondition.Altered(report.findings(), since);
    }

    private void become(LogCondition now) {
        var before = condition;
        condition = now;
        switch (now) {
            case LogCondition.Altered altered
            when !(before instanceof LogCondition.Altered) -> {
                LOG.error(
                        "the log was altered, nothing is released: {} ({} findings)",
                        altered.first(),
                        altered.findings().size());
                tell(now);
            }
            case LogCondition.Intact _
            when before instanceof LogCondition.Altered -> {
                LOG.warn("the log is again what was signed; releases go on");
                tell(now);
            }
            case LogCondition.Altered _, LogCondition.Intact _, LogCondition.NotYetSeen _ -> {}
        }
    }

    private void tell(LogCondition now) {
        try {
            told.accept(now);
        } catch (RuntimeException e) {
            LOG.warn("what became of the log could not be recorded in it: {}", e.toString());
        }
    }

    private void rest(Touched before, Duration took) {
        var until = System.nanoTime() + length(took).toNanos();
        try {
            do {
                Thread.sleep(GLANCE);
            } while (!closing && System.nanoTime() < until && before.equals(touchedIfKnown(before)));
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** Whoever puts a row back does not wait for it long. */
    private Duration length(Duration took) {
        if (condition instanceof LogCondition.Altered) {
            return took.multipliedBy(2);
        }
        var proportionate = took.multipliedBy(RESTS);
        return proportionate.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : proportionate;
    }

    /**
     * How many rows of the log were ever changed or deleted, and how often its tables were made anew, as the database
     * counts it. A count that was set back differs as well.
     */
    private record Touched(String counts) {
        static final Touched UNKNOWN = new Touched("");
    }

    private Touched touchedIfKnown(Touched otherwise) {
        try {
            return touched();
        } catch (SQLException away) {
            return otherwise;
        }
    }

    private Touched touched() throws SQLException {
        try (var session = pool.getConnection();
                var statement = session.prepareStatement("""
                        select coalesce(string_agg(
                            c.relname || ':' || c.relfilenode || ':' || s.n_tup_upd || ':' || s.n_tup_del, ' '
                            order by c.relname), '')
                        from pg_class c join pg_stat_user_tables s on s.relid = c.oid
                        where c.relname in ('log_entry', 'log_record', 'log_question', 'log_node', 'log_checkpoint')""");
                var rows = statement.executeQuery()) {
            rows.next();
            return new Touched(rows.getString(1));
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }
}
