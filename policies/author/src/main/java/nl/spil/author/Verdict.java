package nl.spil.author;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tests of the rules found.
 *
 * @param opa what a real opa objects to; absent when none was at hand
 */
record Verdict(
        long revision,
        Trial.Stories stories,
        Trial.Missing missing,
        Invariants.Result invariants,
        Optional<List<String>> opa) {

    boolean passed() {
        return stories.failed().isEmpty()
                && missing.failed().isEmpty()
                && invariants.broken().isEmpty()
                && opa.map(List::isEmpty).orElse(true);
    }

    /** For machines: counts, and everything that failed with the question that shows it. */
    Map<String, Object> json(boolean dutch) {
        var json = new LinkedHashMap<String, Object>();
        json.put("passed", passed());
        json.put("revision", revision);
        json.put(
                "stories",
                Map.of(
                        "count",
                        stories.count(),
                        "failed",
                        stories.failed().stream().map(Verdict::story).toList()));
        json.put(
                "missingFacts",
                Map.of(
                        "count",
                        missing.asked(),
                        "failed",
                        missing.failed().stream().map(Counterexample::question).toList()));
        var found = new LinkedHashMap<String, Object>();
        found.put("count", invariants.findings().size());
        found.put("asked", invariants.asked());
        found.put("whole", invariants.whole());
        found.put("perSecond", Math.round(invariants.asked() / invariants.seconds()));
        found.put(
                "failed",
                invariants.broken().stream()
                        .map(finding -> finding(finding, dutch))
                        .toList());
        json.put("invariants", found);
        json.put(
                "opa",
                opa.<Object>map(objections -> Map.of("objections", objections)).orElse("absent"));
        return json;
    }

    private static Map<String, Object> story(Trial.FailedStory failed) {
        return Map.of(
                "story", failed.story().file(), "title", failed.story().title(), "differences", failed.differences());
    }

    private static Map<String, Object> finding(Finding finding, boolean dutch) {
        var json = new LinkedHashMap<String, Object>();
        json.put("invariant", finding.invariant().name());
        json.put("title", finding.invariant().title(dutch));
        json.put("law", finding.invariant().law());
        json.put("asked", finding.asked());
        json.put("broken", finding.broken());
        finding.example()
                .ifPresent(example ->
                        json.put("story", StoryText.of(finding.invariant().english(), example)));
        return json;
    }
}
