package nl.spil.authzen;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.spil.decision.PolicyVersion;
import nl.spil.protocol.Problem;
import nl.spil.protocol.proof.Receipt;
import org.jspecify.annotations.Nullable;

/** A plain yes or no, and in words of both languages why. */
record Evaluated(boolean decision, Context context) {

    /** What a question about a case is answered with besides yes or no. */
    sealed interface Context {}

    /**
     * What policy said, item by item in the order asked, and where that was recorded.
     *
     * @param validUntil the moment from which time alone may change the answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Judged(
            List<Why> reasons,
            List<Help> wouldHelp,
            List<Item> items,
            List<Duty> obligations,
            List<String> gaps,
            @Nullable Instant validUntil,
            PolicyVersion policy,
            Receipt receipt)
            implements Context {}

    /** No question for policy came of it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record NotAsked(List<Why> reasons, List<Wrong> problems) implements Context {}

    /** One question of several that was put wrongly. */
    record Malformed(Failure error, List<Wrong> problems) implements Context {}

    /** The fixture answered, which knows yes and no only. */
    record ByFixture(PolicyVersion fixture) implements Context {}

    /** One item; its codes are explained once, beside the items. */
    record Item(String id, boolean permitted, List<Ground> bases, List<String> reasons, List<String> wouldHelp) {}

    /** Words for a person, in both languages: whoever enforces does not know who will read them. */
    record Words(String nl, String en) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(String code, @Nullable String article, Words title, Words sentence) {}

    record Help(String code, Words sentence) {}

    record Ground(String code, String article) {}

    record Duty(String code, Words title, List<String> items) {}

    record Failure(int status, String message) {}

    record Wrong(String code, String pointer, String detail) {}

    static Evaluated notAsked(Why reason, List<Problem> problems) {
        return new Evaluated(false, new NotAsked(List.of(reason), wrong(problems)));
    }

    static Evaluated malformed(List<Problem> problems) {
        return new Evaluated(
                false, new Malformed(new Failure(400, "This evaluation is not well-formed."), wrong(problems)));
    }

    private static List<Wrong> wrong(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Wrong(problem.code(), problem.pointer(), problem.detail()))
                .toList();
    }
}
