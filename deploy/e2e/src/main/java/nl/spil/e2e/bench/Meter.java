package nl.spil.e2e.bench;

import java.time.Duration;
import java.util.List;
import nl.spil.e2e.ProcessTree;

/** What so many requests cost the server's processes and the database's. */
final class Meter {
    private final List<Long> servers;
    private final ProcessTree database;

    /** @param servers processes that are counted without what they started, since the database is started by one of them */
    Meter(List<Long> servers, long database) {
        this.servers = List.copyOf(servers);
        this.database = new ProcessTree(database);
    }

    /**
     * One measurement.
     *
     * @param connections how many were kept busy
     */
    record Reading(
            int connections,
            double perSecond,
            double p50,
            double p99,
            double serverMicros,
            double databaseMicros,
            long failures,
            String firstFailure) {
        double micros() {
            return serverMicros + databaseMicros;
        }
    }

    interface Run {
        Load.Outcome go() throws InterruptedException;
    }

    Reading read(Run run) throws InterruptedException {
        var serversBefore = serverTime();
        var databaseBefore = database.cpu();
        var outcome = run.go();
        var server = serverTime().minus(serversBefore);
        var base = database.cpu().minus(databaseBefore);
        double good = Math.max(1, outcome.nanos().size());
        return new Reading(
                outcome.connections(),
                outcome.perSecond(),
                outcome.millisAt(0.5),
                outcome.millisAt(0.99),
                server.toNanos() / 1000.0 / good,
                base.toNanos() / 1000.0 / good,
                outcome.failures(),
                outcome.firstFailure());
    }

    private Duration serverTime() {
        return servers.stream().map(ProcessTree::cpuOf).reduce(Duration.ZERO, Duration::plus);
    }
}
