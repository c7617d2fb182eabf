package nl.spil.administration;

import java.util.Optional;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.PolicyVersion;

/** The bundles of rules that were proposed here or used here. */
final class Archives {
    private final Proposals proposals;
    private final PolicyBundles bundles;

    Archives(Proposals proposals, PolicyBundles bundles) {
        this.proposals = proposals;
        this.bundles = bundles;
    }

    Optional<BundleArchive> of(long revision) {
        return proposals
                .find(revision)
                .map(Proposal::policy)
                .or(() -> bundles.usedBefore(revision))
                .flatMap(this::of);
    }

    /** What was used is taken from there, since it is signed. */
    Optional<BundleArchive> of(PolicyVersion policy) {
        return bundles.archive(policy).or(() -> proposed(policy));
    }

    private Optional<BundleArchive> proposed(PolicyVersion policy) {
        return proposals
                .archive(policy.revision())
                .map(BundleArchive::read)
                .filter(archive -> archive.version().equals(policy));
    }
}
