package nl.spil.sdk;

/** The rules do not allow it; the problem says why and what would help. */
public final class Refused extends SpilException {
    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
