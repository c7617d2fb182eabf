package nl.spil.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the log. It takes whatever waits, writes it in one transaction, and only after the commit
 * tells anyone; nobody waits for company, since the next batch gathers while this one is written.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final int MOST_WAITING = 8192;
    private static final int MOST_WRITINGS = 512;
    private static final Duration PATIENCE = Duration.ofMillis(900);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Access access;
    private final Signing signing;
    private final Published published;
    private final InstantSource clock;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = Thread.ofPlatform().name("ledger-writer").unstarted(this::run);

    private volatile @Nullable Session session;
    private volatile Head head;
    private volatile boolean closing;
    private int backend;
    private long lastWritten = System.nanoTime();
    private @Nullable Doubt doubt;

    /** A commit whose answer was lost. */
    private record Doubt(Batch batch, Head next) {}

    private Writer(Access access, Signing signing, Published published, InstantSource clock, Access.Opened opened) {
        this.access = access;
        this.signing = signing;
        this.published = published;
        this.clock = clock;
        this.session = opened.session();
        this.backend = opened.session().backend();
        this.head = opened.head();
    }

    static Writer started(
            Access access, Signing signing, Published published, InstantSource clock, Access.Opened opened) {
        var writer = new Writer(access, signing, published, clock, opened);
        writer.thread.start();
        return writer;
    }

    /** The last head that was committed and kept. */
    Head head() {
        return head;
    }

    boolean available() {
        return session != null && !closing;
    }

    Placed write(Writing writing) {
        if (!available()) {
            throw LedgerUnavailable.because("the ledger's database is away", null);
        }
        var pending = Pending.of(writing);
        if (!queue.offer(pending)) {
            throw LedgerUnavailable.because("too much waits to be written", null);
        }
        return pending.await(PATIENCE);
    }

    private void run() {
        while (!closing) {
            try {
                var open = session;
                if (open == null) {
                    reopen();
                } else {
                    step(open);
                }
            } catch (SQLException | IOException | RuntimeException e) {
                lose(e);
            } catch (InterruptedException e) {
                closing = true;
            }
        }
        refuseAllWaiting("the broker is stopping");
    }

    private void step(Session open) throws SQLException, IOException, InterruptedException {
        var first = queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            settle(open, taken(first));
            lastWritten = System.nanoTime();
        } else if (System.nanoTime() - lastWritten > IDLE.toNanos()) {
            rest(open);
            lastWritten = System.nanoTime();
        }
    }

    private List<Pending> taken(Pending first) {
        var waiting = new ArrayList<Pending>();
        waiting.add(first);
        queue.drainTo(waiting, MOST_WRITINGS - 1);
        waiting.removeIf(pending -> !pending.take());
        return waiting;
    }

    /** Nothing waits: give the last entries their lasting signature, or see whether the database is still there. */
    private void rest(Session open) throws SQLException, IOException {
        if (head.lasting()) {
            open.check();
            return;
        }
        var lasting = signing.lasting(head, clock.instant());
        new LogRows(open.connection(), open.epoch()).insert(lasting);
        open.connection().commit();
        head = lasting;
        published.keep(lasting);
    }

    private void settle(Session open, List<Pending> writings) throws SQLException {
        var groups = new ArrayDeque<List<Pending>>();
        groups.add(writings);
        try {
            while (!groups.isEmpty()) {
                settleFirst(open, groups);
            }
        } catch (SQLException | RuntimeException e) {
            groups.forEach(group -> refuse(group, e));
            throw e;
        }
    }

    private void settleFirst(Session open, Deque<List<Pending>> groups) throws SQLException {
        var writings = groups.removeFirst();
        if (writings.isEmpty()) {
            return;
        }
        var batch = new Batch(open, head, signing, clock);
        try {
            var next = batch.write(writings);
            commit(open, batch, next);
        } catch (Batch.Spoilt spoilt) {
            open.connection().rollback();
            settleWithout(writings, spoilt, groups);
        } catch (SQLException | RuntimeException e) {
            // Of what was committed everyone has been told already, and of what is in doubt nothing can be told yet.
            if (doubt == null) {
                refuse(writings, e);
            }
            throw e;
        }
    }

    /** Whoever spoils a batch fails alone: named when its own work threw, else found by halves. */
    private static void settleWithout(List<Pending> writings, Batch.Spoilt spoilt, Deque<List<Pending>> groups) {
        switch (spoilt.reason()) {
            case RuntimeException thrown -> {
                spoilt.culprit().failed(thrown);
                groups.addFirst(
                        writings.stream().filter(one -> one != spoilt.culprit()).toList());
            }
            case SQLException refused
            when writings.size() == 1 -> spoilt.culprit().failed(new WorkFailed(refused));
            default -> {
                var half = writings.size() / 2;
                groups.addFirst(writings.subList(half, writings.size()));
                groups.addFirst(writings.subList(0, half));
            }
        }
    }

    private void commit(Session open, Batch batch, Head next) throws SQLException {
        try {
            open.connection().commit();
        } catch (SQLException e) {
            doubt = new Doubt(batch, next);
            throw e;
        }
        head = next;
        announce(batch, next);
    }

    /** A checkpoint that cannot be kept is told to nobody, though it stands. */
    private void announce(Batch batch, Head next) {
        try {
            published.keep(next);
            batch.announce(next);
        } catch (IOException e) {
            LOG.error("a checkpoint could not be kept in the data folder", e);
            batch.failed(LedgerUnavailable.because("it is not known whether this was written", e));
        }
    }

    /** Only now may anything be signed again: the head is what the database says it is. */
    private void reopen() throws SQLException, IOException {
        var opened = access.open(backend);
        LOG.info("the log is open again at {} entries", opened.head().size());
        backend = opened.session().backend();
        head = opened.head();
        resolve(opened.session());
        session = opened.session();
    }

    private void resolve(Session open) throws SQLException {
        var inDoubt = doubt;
        if (inDoubt == null) {
            return;
        }
        doubt = null;
        if (open.holds(inDoubt.next())) {
            announce(inDoubt.batch(), inDoubt.next());
        } else {
            inDoubt.batch().failed(LedgerUnavailable.because("not written: the database went away", null));
        }
    }

    private void lose(Exception reason) {
        var open = session;
        session = null;
        if (open != null) {
            LOG.warn("the log cannot be written: {}", reason.toString());
            open.abandon();
        }
        refuseAllWaiting("the ledger's database is away");
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            closing = true;
        }
        refuseAllWaiting("the ledger's database is away");
    }

    private void refuseAllWaiting(String reason) {
        for (var pending = queue.poll(); pending != null; pending = queue.poll()) {
            if (pending.take()) {
                pending.failed(LedgerUnavailable.because(reason, null));
            }
        }
    }

    private static void refuse(List<Pending> writings, Exception reason) {
        var refusal = LedgerUnavailable.because("the ledger's database is away", reason);
        writings.forEach(pending -> pending.failed(refusal));
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var open = session;
        session = null;
        if (open != null) {
            open.abandon();
        }
    }
}
