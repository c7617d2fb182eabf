package nl.spil.sdk;

/** The broker does not let this partner do this: its key, token or scope is not good for it. */
public final class NotAuthorised extends SpilException {
    private final transient Problem problem;

    NotAuthorised(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
