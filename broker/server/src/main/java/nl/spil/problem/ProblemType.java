package nl.spil.problem;

import java.util.regex.Pattern;

/**
 * A kind of failure that a caller can tell apart and that keeps its name over versions.
 *
 * @param status of the HTTP answer, 400 to 599
 * @param code lower case words joined by hyphens; its texts stand in problems.properties
 */
public record ProblemType(int status, String code) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public static final ProblemType MALFORMED = new ProblemType(400, "malformed-request");
    public static final ProblemType UNAUTHENTICATED = new ProblemType(401, "unauthenticated");
    public static final ProblemType ACTOR_REFUSED = new ProblemType(401, "actor-refused");
    public static final ProblemType FORBIDDEN = new ProblemType(403, "forbidden");
    public static final ProblemType NOT_FOUND = new ProblemType(404, "not-found");
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType(405, "method-not-allowed");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType(406, "not-acceptable");
    public static final ProblemType CONFLICT = new ProblemType(409, "conflict");
    public static final ProblemType OVERSIZE = new ProblemType(413, "oversize");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType(415, "unsupported-media-type");
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType(429, "too-many-requests");
    public static final ProblemType FAILED = new ProblemType(500, "failed");
    public static final ProblemType UNAVAILABLE = new ProblemType(503, "unavailable");

    public ProblemType {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status of 400 to 599");
        }
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a problem has a code of lower case words joined by hyphens");
        }
    }

    /** The stable type of RFC 9457. */
    public String urn() {
        return "urn:spil:problem:" + code;
    }
}
