package nl.spil.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.Problem;
import org.jspecify.annotations.Nullable;

/** A request is answered with a problem; carries what the caller may know, never what the request said. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Problem> problems;
    private final transient Map<String, Object> members;
    private final @Nullable Duration retryAfter;

    private Rejected(
            ProblemType type,
            List<Problem> problems,
            Map<String, Object> members,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(type.code(), cause);
        this.type = type;
        this.problems = List.copyOf(problems);
        this.members = members;
        this.retryAfter = retryAfter;
    }

    public Rejected(ProblemType type) {
        this(type, List.of(), Map.of(), null, null);
    }

    /** Everything that is wrong with a request, in one answer. */
    public Rejected(ProblemType type, List<Problem> problems) {
        this(type, problems, Map.of(), null, null);
    }

    /** One thing that is wrong, in the member of this JSON pointer. */
    public static Rejected malformed(String code, String pointer, String detail) {
        return new Rejected(ProblemType.MALFORMED, List.of(new Problem(code, pointer, detail)));
    }

    /** Something the broker needs is away for a while. */
    public static Rejected unavailable(Duration retryAfter, Throwable cause) {
        return new Rejected(ProblemType.UNAVAILABLE, List.of(), Map.of(), retryAfter, cause);
    }

    /** Adds a member that only this problem has, like a receipt; its value is written as JSON. */
    public Rejected with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Rejected(type, problems, more, retryAfter, getCause());
    }

    public Rejected retryAfter(Duration pause) {
        return new Rejected(type, problems, members, pause, getCause());
    }

    public Rejected because(Throwable cause) {
        return new Rejected(type, problems, members, retryAfter, cause);
    }

    public ProblemType type() {
        return type;
    }

    public List<Problem> problems() {
        return problems;
    }

    Map<String, Object> members() {
        return members;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the ledger knows of this already, so that it is not recorded a second time. */
    public boolean isRecorded() {
        return members.containsKey("receipt");
    }
}
