package nl.spil.sdk;

/** There is nothing by this name, or not for this partner; the broker does not say which. */
public final class NotFound extends SpilException {
    private final transient Problem problem;

    NotFound(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
