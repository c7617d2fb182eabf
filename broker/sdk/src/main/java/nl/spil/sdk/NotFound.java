package nl.spil.sdk;

/** There is nothing by this name, or not for this partner; the broker does not say which. */
public final class NotFound extends SpilException {
    private final transient BrokerProblem problem;

    NotFound(BrokerProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public BrokerProblem problem() {
        return problem;
    }
}
