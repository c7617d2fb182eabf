package nl.spil.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import nl.spil.ledger.Evidence;
import nl.spil.ledger.Ledger;

/**
 * Goes through a stretch of the log: one reads, the others judge, and the results are added up in the order of the log, so
 * that the same log gives the same report.
 */
final class Course {
    private static final int PAGE = 1000;

    private final Ledger ledger;
    private final Rejudging rejudging;
    private final ExecutorService judges;
    private final int ahead;
    private final Tally total = new Tally();
    private final Deque<Future<Tally>> underWay = new ArrayDeque<>();

    /** @param ahead how many pages may wait for a judge; the rest of the log stays where it is */
    Course(Ledger ledger, Rejudging rejudging, ExecutorService judges, int ahead) {
        this.ledger = ledger;
        this.rejudging = rejudging;
        this.judges = judges;
        this.ahead = ahead;
    }

    /** Says with every page how many entries were read. */
    Tally over(Stretch stretch, LongConsumer progress) throws InterruptedException {
        var cutter = new PastDecision.Cutter();
        for (var from = stretch.from(); from < stretch.to(); from += PAGE) {
            var to = Math.min(from + PAGE, stretch.to());
            var entries = ledger.evidence(from, to);
            judge(cut(entries, cutter), entries);
            addUp(ahead);
            progress.accept(to - stretch.from());
        }
        judge(cutter.rest().map(List::of).orElse(List.of()), List.of());
        addUp(0);
        return total;
    }

    private static List<PastDecision> cut(List<Evidence> entries, PastDecision.Cutter cutter) {
        var decisions = new ArrayList<PastDecision>();
        entries.forEach(entry -> cutter.next(entry).ifPresent(decisions::add));
        return decisions;
    }

    private void judge(List<PastDecision> decisions, List<Evidence> entries) {
        underWay.add(judges.submit(() -> rejudging.judge(decisions, entries)));
    }

    private void addUp(int leaving) throws InterruptedException {
        while (underWay.size() > leaving) {
            try {
                total.add(underWay.remove().get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a past decision could not be judged again", e.getCause());
            }
        }
    }
}
