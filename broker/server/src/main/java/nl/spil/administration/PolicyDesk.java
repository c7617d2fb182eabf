package nl.spil.administration;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.BundleRefused;
import nl.spil.decision.Examined;
import nl.spil.decision.Mandate;
import nl.spil.decision.Offer;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.RefusedBecause;
import nl.spil.ledger.WorkFailed;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Problem;
import org.jspecify.annotations.Nullable;

/** Takes new rules from proposal to use, one step of one person at a time; what is missing stops them here. */
final class PolicyDesk {
    private final Proposals proposals;
    private final PolicyLog log;
    private final PolicyBundles bundles;
    private final ReplayReports replays;
    private final Gates gates;
    private final InstantSource clock;

    PolicyDesk(
            Proposals proposals,
            PolicyLog log,
            Evidence evidence,
            PolicyBundles bundles,
            ReplayReports replays,
            InstantSource clock) {
        this.proposals = proposals;
        this.log = log;
        this.bundles = bundles;
        this.replays = replays;
        this.gates =
                new Gates(evidence::bearsOut, replays, () -> bundles.version().revision());
        this.clock = clock;
    }

    /** Files rules that their author built and tested. */
    Filing propose(byte[] archive, TestReport tests, Person author) {
        return filed(whole(archive), tests, author, null);
    }

    /** Files earlier rules under a higher revision; they were tested when they were proposed, or built. */
    Filing proposeAgain(long earlier, long revision, Person author) {
        var policy = proposals.find(earlier).map(Proposal::policy).orElseGet(() -> usedBefore(earlier));
        var archive = archive(policy);
        var tests = proposals.find(earlier).map(Proposal::tests).orElse(null);
        return filed(bundles.again(archive, revision), tests, author, earlier);
    }

    /** Files the rules that came with an update of the software, whose build tested them. */
    Filing proposeWaiting(long revision, Person author) {
        var archive = bundles.waitingArchive()
                .filter(waiting -> waiting.version().revision() == revision)
                .orElseThrow(PolicyDesk::notFound);
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

    Proposal review(long revision, Function<Instant, Step.Review> review) {
        return taken(open(revision), review.apply(now()));
    }

    /** By somebody else than the author, who can see the replay and the review it rests on. */
    Proposal approve(long revision, Person by) {
        var proposal = open(revision);
        if (by.equals(proposal.author())) {
            throw new Rejected(new ProblemType(403, "own-proposal"));
        }
        refuseWhen(gates.missingBeforeApproval(proposal));
        var seen = replays.of(proposal.policy().digest()).getLast();
        return taken(proposal, new Step.Approval(by, now(), seen.digest()));
    }

    Proposal reject(long revision, Person by, String remarks) {
        return taken(open(revision), new Step.Rejection(by, now(), remarks));
    }

    /** Puts the rules to use, or says when that will be; refuses with everything that is missing. */
    Proposal activate(long revision, Person by, @Nullable Instant moment) {
        var proposal = find(revision);
        if (bundles.version().equals(proposal.policy())) {
            return proposal;
        }
        refuseWhen(gates.missing(proposal));
        if (moment != null && moment.isAfter(clock.instant())) {
            return taken(proposal, new Step.Order(by, now(), moment));
        }
        putToUse(proposal, by);
        return find(revision);
    }

    /** Activates what was ordered for now; when something is missing meanwhile, it is not activated. */
    void carryOutOrders() {
        for (var proposal : proposals.due(clock.instant())) {
            if (gates.missing(proposal).isEmpty()) {
                putToUse(proposal, proposal.order().orElseThrow().by());
            }
        }
    }

    private void putToUse(Proposal proposal, Person by) {
        var signed = bundles.signed(archive(proposal.policy()));
        switch (bundles.offer(signed.bytes(), new Mandate.Proposal(mandate(proposal, by)))) {
            case Offer.Accepted _, Offer.AlreadyInUse _ -> {}
            case Offer.Refused(var reason) ->
                throw new Rejected(
                        new ProblemType(409, "rules-refused"),
                        List.of(new Problem(reason.code(), "", "These rules cannot be used.")));
        }
    }

    private static Map<String, Object> mandate(Proposal proposal, Person by) {
        var approval = proposal.approval().orElseThrow();
        var record = new LinkedHashMap<String, Object>();
        record.put("proposal", proposal.entry());
        record.put("author", proposal.author().toString());
        if (proposal.tests() != null) {
            record.put("tests", proposal.tests().report().value());
        }
        record.put("replay", approval.replay());
        record.put(
                "reviewers",
                proposal.reviews().stream()
                        .map(review -> review.by().toString())
                        .toList());
        record.put("approver", approval.by().toString());
        record.put("actor", by.toString());
        return record;
    }

    List<Proposal> all() {
        return proposals.all();
    }

    Proposal find(long revision) {
        return proposals.find(revision).orElseThrow(PolicyDesk::notFound);
    }

    List<Missing> missing(Proposal proposal) {
        return bundles.version().equals(proposal.policy()) ? List.of() : gates.missing(proposal);
    }

    List<ReplayReports.Report> replays(Proposal proposal) {
        return replays.of(proposal.policy().digest());
    }

    /** The archive of rules that were proposed here or used here. */
    byte[] archive(long revision) {
        var policy = proposals.find(revision).map(Proposal::policy).orElseGet(() -> usedBefore(revision));
        return archive(policy).bytes();
    }

    private BundleArchive archive(PolicyVersion policy) {
        return bundles.archive(policy)
                .or(() -> proposals
                        .archive(policy.revision())
                        .map(BundleArchive::read)
                        .filter(archive -> archive.version().equals(policy)))
                .orElseThrow(PolicyDesk::notFound);
    }

    private PolicyVersion usedBefore(long revision) {
        return bundles.usedBefore(revision).orElseThrow(PolicyDesk::notFound);
    }

    private Proposal open(long revision) {
        var proposal = find(revision);
        if (proposal.rejection().isPresent()) {
            throw incomplete(List.of(new Missing.AnotherProposal()));
        }
        if (bundles.version().revision() >= revision) {
            throw incomplete(List.of(new Missing.HigherRevision()));
        }
        return proposal;
    }

    private Proposal taken(Proposal proposal, Step step) {
        try {
            log.taken(proposal.policy(), step);
        } catch (WorkFailed refused) {
            // Two rejections at once: one of them is final.
            if (!refused.duplicate()) {
                throw refused;
            }
        }
        return find(proposal.policy().revision());
    }

    private static void refuseWhen(List<Missing> missing) {
        if (!missing.isEmpty()) {
            throw incomplete(missing);
        }
    }

    private static Rejected incomplete(List<Missing> missing) {
        var problems = missing.stream()
                .map(each -> new Problem(each.code(), "", "This is missing."))
                .toList();
        return new Rejected(new ProblemType(409, "proposal-incomplete"), problems);
    }

    private static Rejected notFound() {
        return new Rejected(ProblemType.NOT_FOUND);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
