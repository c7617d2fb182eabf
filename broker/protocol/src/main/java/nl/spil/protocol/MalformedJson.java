package nl.spil.protocol;

import java.util.List;

/** Text that is not JSON as strictly as Spil reads it; says why in a problem, never with the text. */
public final class MalformedJson extends RuntimeException {
    private final transient Problem problem;

    MalformedJson(String code, String detail) {
        super(detail);
        this.problem = new Problem(code, "", detail);
    }

    public Problem problem() {
        return problem;
    }

    /** The same problem, as found in the part of a message the pointer names. */
    public Problem problemAt(String pointer) {
        return new Problem(problem.code(), pointer, problem.detail());
    }

    public <T> Checked<T> unsound() {
        return new Checked.Unsound<>(List.of(problem));
    }
}
