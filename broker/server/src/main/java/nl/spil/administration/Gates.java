package nl.spil.administration;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What must be there before rules are used. The author's own part is not among it, because there is no proposal without:
 * whole, signed by nobody else, and with every test and invariant green.
 */
final class Gates {
    private final Predicate<Proposal> provenByLedger;
    private final ReplayReports replays;
    private final LongSupplier revisionInUse;

    Gates(Predicate<Proposal> provenByLedger, ReplayReports replays, LongSupplier revisionInUse) {
        this.provenByLedger = provenByLedger;
        this.replays = replays;
        this.revisionInUse = revisionInUse;
    }

    /** Everything that is missing, in the order in which it is usually done; nothing when the rules may be used. */
    List<Missing> missing(Proposal proposal) {
        return Stream.concat(
                        missingBeforeApproval(proposal).stream(),
                        Stream.of(new Missing.SecondPerson())
                                .filter(_ -> proposal.approval().isEmpty()))
                .toList();
    }

    /** What a second person must be able to see before it approves. */
    List<Missing> missingBeforeApproval(Proposal proposal) {
        return Stream.of(
                        gate(proposal.rejection().isEmpty(), new Missing.AnotherProposal()),
                        gate(proposal.policy().revision() > revisionInUse.getAsLong(), new Missing.HigherRevision()),
                        gate(provenByLedger.test(proposal), new Missing.Proof()),
                        gate(!replays.of(proposal.policy().digest()).isEmpty(), new Missing.ReplayReport()),
                        gate(proposal.reviews().stream().anyMatch(Step.Review::positive), new Missing.PositiveReview()),
                        gate(
                                proposal.reviews().stream().allMatch(Step.Review::positive),
                                new Missing.WithdrawnObjection()))
                .flatMap(missing -> missing)
                .toList();
    }

    private static Stream<Missing> gate(boolean open, Missing otherwise) {
        return open ? Stream.of() : Stream.of(otherwise);
    }
}
