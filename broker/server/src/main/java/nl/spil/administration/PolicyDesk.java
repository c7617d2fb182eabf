package nl.spil.administration;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.spil.decision.Mandate;
import nl.spil.decision.Offer;
import nl.spil.decision.PolicyBundles;
import nl.spil.ledger.WorkFailed;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Problem;
import org.jspecify.annotations.Nullable;

/** Takes proposed rules to use, one step of one person at a time; what is missing stops them here. */
final class PolicyDesk {
    private final Proposals proposals;
    private final Archives archives;
    private final PolicyLog log;
    private final PolicyBundles bundles;
    private final ReplayReports replays;
    private final Gates gates;
    private final InstantSource clock;

    PolicyDesk(
            Proposals proposals,
            Archives archives,
            PolicyLog log,
            Evidence evidence,
            PolicyBundles bundles,
            ReplayReports replays,
            InstantSource clock) {
        this.proposals = proposals;
        this.archives = archives;
        this.log = log;
        this.bundles = bundles;
        this.replays = replays;
        this.gates =
                new Gates(evidence::bearsOut, replays, () -> bundles.version().revision());
        this.clock = clock;
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
        var signed = bundles.signed(archives.of(proposal.policy()).orElseThrow(PolicyDesk::notFound));
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
