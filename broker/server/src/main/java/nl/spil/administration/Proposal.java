package nl.spil.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.spil.decision.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * Rules that somebody wants to be used here, with everything that was done with them so far.
 *
 * @param again of which earlier revision these are the rules, unchanged
 * @param tests absent only for rules that came with the software: its build tested them
 * @param entry where the proposal stands in the ledger
 * @param steps in the order in which they were taken
 */
record Proposal(
        PolicyVersion policy,
        Person author,
        @Nullable Long again,
        @Nullable TestReport tests,
        Instant at,
        long entry,
        List<Taken> steps) {
    Proposal {
        steps = List.copyOf(steps);
    }

    Proposal with(List<Taken> taken) {
        return new Proposal(policy, author, again, tests, at, entry, taken);
    }

    /** Reviews by others than the author; of each reviewer the last one counts. */
    List<Step.Review> reviews() {
        var others = all(Step.Review.class)
                .filter(review -> !review.by().equals(author))
                .toList();
        return others.stream()
                .filter(review -> others.stream()
                        .skip(others.indexOf(review) + 1L)
                        .noneMatch(later -> later.by().equals(review.by())))
                .toList();
    }

    /** Nobody approves its own. */
    Optional<Step.Approval> approval() {
        return all(Step.Approval.class)
                .filter(approval -> !approval.by().equals(author))
                .findFirst();
    }

    Optional<Step.Rejection> rejection() {
        return all(Step.Rejection.class).findFirst();
    }

    /** The last word on when these are to be used. */
    Optional<Step.Order> order() {
        return all(Step.Order.class).reduce((_, later) -> later);
    }

    private <S extends Step> Stream<S> all(Class<S> kind) {
        return steps.stream().map(Taken::step).filter(kind::isInstance).map(kind::cast);
    }
}
