package nl.spil.administration;

import java.time.Instant;
import java.util.List;

/** What somebody did with a proposal. */
sealed interface Step {
    Person by();

    Instant at();

    /** The advisory committee on lawfulness (RAC) looked at it, Wgs 1.8(6). */
    record Review(Person by, Instant at, boolean positive, String remarks, List<String> articles) implements Step {
        static final int LONGEST_REMARKS = 2_000;
        static final int MOST_ARTICLES = 50;

        public Review {
            articles = List.copyOf(articles);
            if (remarks.length() > LONGEST_REMARKS || articles.size() > MOST_ARTICLES) {
                throw new IllegalArgumentException("a review has at most 2000 characters and 50 articles");
            }
        }
    }

    /**
     * Somebody approved.
     *
     * @param replay digest of the replay report that stood there when it was approved
     */
    record Approval(Person by, Instant at, String replay) implements Step {}

    /** Final: these rules come back under another revision only. */
    record Rejection(Person by, Instant at, String remarks) implements Step {}

    /**
     * Somebody said when.
     *
     * @param moment when the rules are to be used
     */
    record Order(Person by, Instant at, Instant moment) implements Step {}
}
