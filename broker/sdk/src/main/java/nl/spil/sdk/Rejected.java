package nl.spil.sdk;

/** The broker did not accept the request as it was, so sending it again will not help. */
public final class Rejected extends SpilException {
    private final transient BrokerProblem problem;

    Rejected(BrokerProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public BrokerProblem problem() {
        return problem;
    }
}
