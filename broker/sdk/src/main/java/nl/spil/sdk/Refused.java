package nl.spil.sdk;

/** The rules do not allow it; the problem says why and what would help. */
public final class Refused extends SpilException {
    private final transient BrokerProblem problem;

    Refused(BrokerProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public BrokerProblem problem() {
        return problem;
    }
}
