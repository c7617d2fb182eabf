package nl.spil.sdk;

/** The broker does not let this partner do this: its key, token or scope is not good for it. */
public final class NotAuthorised extends SpilException {
    private final transient BrokerProblem problem;

    NotAuthorised(BrokerProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public BrokerProblem problem() {
        return problem;
    }
}
