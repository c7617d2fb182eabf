package nl.spil.author;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the rules of a folder, as they are written now, to every test there is. */
final class Trial {
    private final PolicyFolder folder;
    private final Bundle bundle;
    private final Program program;

    Trial(PolicyFolder folder) {
        this.folder = folder;
        this.bundle = new Build(folder).bundle();
        this.program = new Program(bundle);
    }

    long revision() {
        return bundle.revision();
    }

    Stories stories() {
        var engine = engine();
        var failed = new ArrayList<FailedStory>();
        var stories = Story.all(folder);
        for (var story : stories) {
            var differences = StoryCheck.differences(story, engine.answer(story.question()));
            if (!differences.isEmpty()) {
                failed.add(new FailedStory(story, differences));
            }
        }
        return new Stories(stories.size(), failed);
    }

    /** Whether a story, one fact shorter, permits anything it did not. */
    Missing missingFacts() {
        var engine = engine();
        var failed = new ArrayList<Counterexample>();
        var asked = 0;
        for (var story : Story.all(folder)) {
            var whole = permitted(engine.permitted(story.question()));
            for (var lacking : MissingFacts.each((ObjectNode) story.question())) {
                asked++;
                if (!whole.containsAll(permitted(engine.permitted(lacking)))) {
                    failed.add(new Counterexample(lacking, false));
                }
            }
        }
        return new Missing(asked, failed);
    }

    Invariants.Result invariants(boolean whole, Invariants.Progressing progressing) {
        return Invariants.of(folder, bundle, program).check(whole, progressing);
    }

    /** What a real opa has against the rules; absent without one. */
    Optional<List<String>> opa() {
        return Opa.in(folder).map(opa -> new OpaChecks(folder, opa).objections());
    }

    private Engine engine() {
        return program.engine(bundle.file(Bundle.TABLES));
    }

    private static Set<String> permitted(JsonNode perRecipient) {
        var permitted = new HashSet<String>();
        perRecipient
                .properties()
                .forEach(recipient ->
                        recipient.getValue().forEach(id -> permitted.add(recipient.getKey() + " " + id.asString())));
        return permitted;
    }

    /** @param count of all stories */
    record Stories(int count, List<FailedStory> failed) {}

    /** A story that the rules do not answer as it is written. */
    record FailedStory(Story story, List<StoryCheck.Difference> differences) {}

    /** @param asked how many questions with one fact less */
    record Missing(int asked, List<Counterexample> failed) {}
}
