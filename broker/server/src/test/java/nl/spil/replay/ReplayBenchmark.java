package nl.spil.replay;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import nl.spil.decision.Answer;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.Candidates;
import nl.spil.decision.Decision;
import nl.spil.decision.RealPolicies;
import nl.spil.decision.Rehearsal;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.LedgerFixture;
import nl.spil.ledger.Question;
import nl.spil.ledger.Writing;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.LeafHeader;

/**
 * Measures a replay of past decisions, each on six items and two recipients, with a real database and a real log; run by
 * hand, the figures stand in deploy/performance.md. The one argument says how many decisions.
 */
final class ReplayBenchmark {
    private static final int ROUNDS = 2;

    private ReplayBenchmark() {}

    /** Fills a log with decisions as exchanges record them, and replays them twice. */
    public static void main(String... arguments) throws Exception {
        var count = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        try (var log = LedgerFixture.fresh()) {
            var began = System.nanoTime();
            fill(log.ledger(), count);
            System.out.printf(
                    Locale.ROOT,
                    "%d decisions in %d entries, written in %.1f s%n",
                    count,
                    log.ledger().size(),
                    since(began));
            for (var round = 0; round < ROUNDS; round++) {
                replay(log.ledger());
            }
        }
        System.exit(0);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** With compiling the candidate, as the broker does it. */
    private static void replay(Ledger ledger) throws Exception {
        var judges = Math.max(2, Runtime.getRuntime().availableProcessors());
        var processor = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var inUse = BundleArchive.committed().version();
        var began = System.nanoTime();
        var busy = processor.getProcessCpuTime();
        try (var candidate = Rehearsal.of(Candidates.unchanged(), judges);
                var threads = Executors.newFixedThreadPool(judges)) {
            var compiled = since(began);
            var rejudging = new Rejudging(candidate, inUse, new Lazily<>(() -> {
                throw new IllegalStateException("the rules in use decided all of it");
            }));
            var tally =
                    new Course(ledger, rejudging, threads, 2 * judges).over(Stretch.of(ledger, null, null), _ -> {});
            var wall = since(began);
            var used = (processor.getProcessCpuTime() - busy) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "replayed %d decisions (%d judgments, %d changed, %d unanswerable) in %.1f s, of which compiling %.1f s;"
                            + " %.1f s of processor time%n",
                    tally.compared,
                    tally.judgments,
                    tally.changes.size(),
                    tally.unanswerable.count(),
                    wall,
                    compiled,
                    used);
        }
    }

    private static void fill(Ledger ledger, int count) throws InterruptedException {
        var atOnce = new Semaphore(64);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < count; i++) {
                var decision = RealPolicies.decisionPoint().decide(Candidates.exchange());
                atOnce.acquire();
                threads.execute(() -> {
                    ledger.record(writing(decision));
                    atOnce.release();
                });
            }
        }
    }

    private static Writing writing(Decision decision) {
        var question = Question.of(decision.question().json());
        var entries = new ArrayList<Draft<?>>();
        entries.add(Draft.of("received", EntryKind.EXCHANGE_RECEIVED, LeafHeader.none(), Map.of("items", 6)));
        decision.answers().forEach((recipient, answer) -> {
            var kind = answer.permitted().isEmpty() ? EntryKind.REFUSAL : EntryKind.DISCLOSURE;
            var header =
                    LeafHeader.none().to(recipient).policy(decision.policy().digest());
            var record = record(decision.policy().revision(), recipient, answer);
            entries.add(Draft.of("ruled", kind, header, record).decidedOn(question));
        });
        return Writing.of(entries);
    }

    private static Map<String, Object> record(long revision, Oin recipient, Answer answer) {
        var items = new ArrayList<Map<String, Object>>();
        var places = new ArrayList<String>();
        answer.bases().forEach((id, bases) -> {
            places.add(id.value());
            items.add(Map.of(
                    "item",
                    id.value(),
                    "bases",
                    bases.stream()
                            .map(basis -> List.of(basis.code(), basis.article()))
                            .toList()));
        });
        answer.refused().forEach((id, reasons) -> {
            places.add(id.value());
            items.add(Map.of(
                    "item",
                    id.value(),
                    "help",
                    answer.wouldHelp().getOrDefault(id, List.of()),
                    "reasons",
                    reasons.stream()
                            .map(reason -> List.of(reason.code(), reason.article()))
                            .toList()));
        });
        var record = new LinkedHashMap<String, Object>();
        record.put("policy", revision);
        record.put("recipient", recipient.value());
        record.put("items", items);
        record.put("gaps", answer.gaps());
        record.put(
                "obligations",
                answer.obligations().stream()
                        .map(duty -> Map.of(
                                "code",
                                duty.code(),
                                "items",
                                duty.items().stream()
                                        .map(id -> places.indexOf(id.value()))
                                        .toList()))
                        .toList());
        return record;
    }
}
