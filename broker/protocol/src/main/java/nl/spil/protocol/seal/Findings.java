package nl.spil.protocol.seal;

import java.util.ArrayList;
import java.util.List;
import nl.spil.protocol.Problem;

/** Gathers what is wrong with one message, so that its sender hears everything at once. */
final class Findings {
    /** Enough to repair a message by, and no flood for one made to be wrong. */
    private static final int MOST = 100;

    private final List<Problem> problems = new ArrayList<>();
    private int found;

    void add(Flaw flaw, String pointer) {
        add(flaw.at(pointer));
    }

    void add(Problem problem) {
        found++;
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    void unless(boolean fine, Flaw flaw, String pointer) {
        if (!fine) {
            add(flaw, pointer);
        }
    }

    boolean none() {
        return found == 0;
    }

    /** How many so far, also those no longer kept; to see whether some step found any. */
    int count() {
        return found;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
