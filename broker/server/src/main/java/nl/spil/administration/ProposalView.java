package nl.spil.administration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.spil.decision.PolicyVersion;
import nl.spil.problem.ProblemTexts;
import nl.spil.protocol.Problem;

/** A proposal as others see it: where it stands, who did what, and what is still missing. */
final class ProposalView {
    private static final ProblemTexts TEXTS = new ProblemTexts();

    private ProposalView() {}

    static Map<String, Object> brief(Proposal proposal, PolicyVersion inUse, List<Missing> missing) {
        var view = new LinkedHashMap<String, Object>();
        view.put("revision", proposal.policy().revision());
        view.put("digest", proposal.policy().digest());
        view.put("state", state(proposal, inUse, missing));
        view.put("author", person(proposal.author()));
        view.put("proposedAt", proposal.at());
        if (proposal.again() != null) {
            view.put("again", proposal.again());
        }
        return view;
    }

    static Map<String, Object> whole(
            Proposal proposal,
            PolicyVersion inUse,
            List<Missing> missing,
            List<ReplayReports.Report> replays,
            Locale language) {
        var view = brief(proposal, inUse, missing);
        var tests = proposal.tests();
        if (tests != null) {
            view.put(
                    "tests",
                    Map.of(
                            "report", tests.report().value(),
                            "passed", tests.passed(),
                            "invariants", tests.invariants()));
        }
        view.put("replays", replays);
        view.put(
                "steps",
                proposal.steps().stream()
                        .map(Taken::step)
                        .map(ProposalView::step)
                        .toList());
        view.put("missing", missing.stream().map(each -> told(each, language)).toList());
        return view;
    }

    private static String state(Proposal proposal, PolicyVersion inUse, List<Missing> missing) {
        if (proposal.policy().equals(inUse)) {
            return "IN_USE";
        }
        if (proposal.rejection().isPresent()) {
            return "REJECTED";
        }
        if (proposal.policy().revision() < inUse.revision()) {
            return "PASSED_BY";
        }
        if (!missing.isEmpty()) {
            return "INCOMPLETE";
        }
        return proposal.order().isPresent() ? "ORDERED" : "READY";
    }

    private static Map<String, String> told(Missing missing, Locale language) {
        var sentence = TEXTS.detail(new Problem(missing.code(), "", "This is missing."), language);
        return Map.of("code", missing.code(), "sentence", sentence);
    }

    private static Map<String, Object> step(Step step) {
        var row = StepRow.of(step);
        var view = new LinkedHashMap<String, Object>();
        view.put("kind", row.kind());
        view.put("by", person(step.by()));
        view.put("at", step.at());
        if (row.verdict() != null) {
            view.put("verdict", row.verdict());
        }
        if (row.remarks() != null) {
            view.put("remarks", row.remarks());
        }
        if (row.articles() != null) {
            view.put("articles", row.articles());
        }
        if (row.replay() != null) {
            view.put("replay", row.replay());
        }
        if (row.moment() != null) {
            view.put("moment", row.moment());
        }
        return view;
    }

    private static Map<String, String> person(Person person) {
        return Map.of(
                "partner", person.partner().value(),
                "employee", person.employee().value());
    }
}
