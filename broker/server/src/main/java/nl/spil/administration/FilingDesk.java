package nl.spil.administration;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.BundleRefused;
import nl.spil.decision.Examined;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.RefusedBecause;
import nl.spil.ledger.WorkFailed;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Problem;
import org.jspecify.annotations.Nullable;

/** Takes in proposals; what could never be used is none, and the same rules are proposed once. */
final class FilingDesk {
    private final Proposals proposals;
    private final Archives archives;
    private final PolicyLog log;
    private final PolicyBundles bundles;
    private final InstantSource clock;

    FilingDesk(Proposals proposals, Archives archives, PolicyLog log, PolicyBundles bundles, InstantSource clock) {
        this.proposals = proposals;
        this.archives = archives;
        this.log = log;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** Files rules that their author built and tested. */
    Filing propose(byte[] archive, TestReport tests, Person author) {
        return filed(whole(archive), tests, author, null);
    }

    /** Files earlier rules under a higher revision; they were tested when they were proposed, or built. */
    Filing proposeAgain(long earlier, long revision, Person author) {
        var archive = archives.of(earlier).orElseThrow(FilingDesk::notFound);
        var tests = proposals.find(earlier).map(Proposal::tests).orElse(null);
        return filed(bundles.again(archive, revision), tests, author, earlier);
    }

    /** Files the rules that came with an update of the software, whose build tested them. */
    Filing proposeWaiting(long revision, Person author) {
        var archive = bundles.waitingArchive()
                .filter(waiting -> waiting.version().revision() == revision)
                .orElseThrow(FilingDesk::notFound);
        return filed(archive, null, author, null);
    }

    private Filing filed(BundleArchive archive, @Nullable TestReport tests, Person author, @Nullable Long again) {
        var known = proposals.find(archive.version().revision());
        if (known.isPresent()) {
            return known(known.get(), archive.version());
        }
        var bytes = usable(archive).bytes();
        var entryless = new Proposal(archive.version(), author, again, tests, now(), -1, List.of());
        try {
            log.proposed(entryless, bytes);
        } catch (WorkFailed refused) {
            if (!refused.duplicate()) {
                throw refused;
            }
            return known(find(archive.version().revision()), archive.version());
        }
        return new Filing.Filed(find(archive.version().revision()));
    }

    private static Filing known(Proposal known, PolicyVersion wanted) {
        if (!known.policy().equals(wanted)) {
            throw new Rejected(new ProblemType(409, "revision-taken"));
        }
        return new Filing.Known(known);
    }

    private static BundleArchive whole(byte[] archive) {
        try {
            return BundleArchive.read(archive);
        } catch (BundleRefused refused) {
            throw unusable(RefusedBecause.NOT_WHOLE).because(refused);
        }
    }

    private BundleArchive usable(BundleArchive archive) {
        return switch (bundles.examine(archive.bytes())) {
            case Examined.Usable(var sound) -> sound;
            case Examined.Unusable(var reason) -> throw unusable(reason);
        };
    }

    private static Rejected unusable(RefusedBecause reason) {
        return new Rejected(
                ProblemType.MALFORMED, List.of(new Problem(reason.code(), "/archive", "These rules cannot be used.")));
    }

    private Proposal find(long revision) {
        return proposals.find(revision).orElseThrow(FilingDesk::notFound);
    }

    private static Rejected notFound() {
        return new Rejected(ProblemType.NOT_FOUND);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
