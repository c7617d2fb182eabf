package nl.spil.administration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import nl.spil.problem.JsonBody;
import org.jspecify.annotations.Nullable;

/** Reads what somebody says of a proposal. */
final class StepReader {
    private static final int LONGEST = 32 * 1024;

    private StepReader() {}

    static Function<Instant, Step.Review> review(byte[] bytes, Person by) {
        var body = JsonBody.of(bytes, LONGEST).only(Set.of("verdict", "remarks", "articles"));
        var verdict = body.text("verdict", Verdict::valueOf);
        var remarks = body.text("remarks", StepReader::remarks);
        var articles = body.has("articles")
                ? body.texts("articles", Step.Review.MOST_ARTICLES, StepReader::article)
                : List.<String>of();
        body.rejectIfWrong();
        return at -> new Step.Review(by, at, verdict == Verdict.POSITIVE, Objects.requireNonNull(remarks), articles);
    }

    static String rejection(byte[] bytes) {
        var body = JsonBody.of(bytes, LONGEST).only(Set.of("remarks"));
        var remarks = body.text("remarks", StepReader::remarks);
        return body.whole(() -> Objects.requireNonNull(remarks));
    }

    static @Nullable Instant moment(byte[] bytes) {
        var body = JsonBody.ofPossiblyEmpty(bytes, LONGEST).only(Set.of("moment"));
        var moment = body.momentIfPresent("moment");
        body.rejectIfWrong();
        return moment;
    }

    static void nothing(byte[] bytes) {
        JsonBody.ofPossiblyEmpty(bytes, LONGEST).only(Set.of()).rejectIfWrong();
    }

    private static String remarks(String text) {
        if (text.isBlank() || text.length() > Step.Review.LONGEST_REMARKS) {
            throw new IllegalArgumentException("remarks have 1 to 2000 characters");
        }
        return text;
    }

    /** An address of a law, or how lawyers write it. */
    private static String article(String text) {
        if (text.isBlank() || text.length() > 200) {
            throw new IllegalArgumentException("an article has 1 to 200 characters");
        }
        return text;
    }

    private enum Verdict {
        POSITIVE,
        NEGATIVE
    }
}
