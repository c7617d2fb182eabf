package nl.spil.replay;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.spil.decision.PolicyTexts;
import nl.spil.decision.PolicyVersion;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a replay came to: codes, numbers of entries and kinds of partners, and never a person or a case. */
final class ReportJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Tally tally;

    ReportJson(Tally tally) {
        this.tally = tally;
    }

    /**
     * The report.
     *
     * @param texts the words of these rules, those of the candidate first
     */
    ObjectNode of(PolicyVersion candidate, PolicyVersion inUse, Stretch stretch, List<PolicyTexts> texts) {
        var report = JSON.objectNode();
        report.set("candidate", version(candidate));
        report.set("inUse", version(inUse));
        if (stretch.since() != null) {
            report.put("since", stretch.since().toString());
        }
        if (stretch.until() != null) {
            report.put("until", stretch.until().toString());
        }
        report.putObject("entries").put("from", stretch.from()).put("to", stretch.to());
        report.set("counts", counts());
        report.set("decidedBy", decidedBy());
        report.set("changes", changes());
        report.set("unanswerable", examples(tally.unanswerable));
        report.set("incomparable", examples(tally.incomparable));
        report.set("texts", words(texts));
        return report;
    }

    static ObjectNode version(PolicyVersion version) {
        return JSON.objectNode().put("revision", version.revision()).put("digest", version.digest());
    }

    private ObjectNode counts() {
        var counts = JSON.objectNode();
        counts.put("questions", tally.questions);
        counts.put("compared", tally.compared);
        counts.put("judgedAgain", tally.judgedAgain);
        counts.put("unanswerable", tally.unanswerable.count());
        counts.put("incomparable", tally.incomparable.count());
        counts.put("gone", tally.gone);
        counts.put("judgments", tally.judgments);
        for (var effect : Effect.values()) {
            counts.put(effect.member(), tally.total(effect));
        }
        return counts;
    }

    private ArrayNode decidedBy() {
        var list = JSON.arrayNode();
        tally.decidedBy
                .values()
                .forEach(versions -> versions.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(PolicyVersion::digest)))
                        .forEach(one -> list.add(version(one.getKey()).put("questions", one.getValue()))));
        return list;
    }

    private ArrayNode changes() {
        var list = JSON.arrayNode();
        tally.changes.forEach((kind, effects) -> {
            var line = list.addObject()
                    .put("purpose", kind.purpose())
                    .put("provider", kind.provider())
                    .put("recipient", kind.recipient())
                    .put("category", kind.category());
            effects.forEach((effect, counted) -> line.set(effect.member(), counted(counted)));
        });
        return list;
    }

    private static ObjectNode counted(Counted counted) {
        var object = JSON.objectNode().put("count", counted.count());
        var codes = object.putArray("codes");
        counted.codes()
                .forEach((code, times) -> codes.addObject().put("code", code).put("count", times));
        object.set("examples", examples(counted));
        return object;
    }

    private static ArrayNode examples(Counted counted) {
        var list = JSON.arrayNode();
        counted.examples().forEach(example -> {
            var object = list.addObject().put("entry", example.entry());
            if (!example.action().isEmpty()) {
                object.put("action", example.action()).put("answerType", example.answerType());
            }
        });
        return list;
    }

    private ObjectNode words(List<PolicyTexts> texts) {
        var words = JSON.objectNode();
        codes().forEach(code -> {
            var languages = words.putObject(code);
            for (var language : List.of(Locale.of("nl"), Locale.ENGLISH)) {
                var text = text(code, language, texts);
                languages
                        .putObject(language.getLanguage())
                        .put("title", text.title())
                        .put("sentence", text.sentence());
            }
        });
        return words;
    }

    /** The first of the rules that knows words for it; a code nobody has words for speaks for itself. */
    static PolicyTexts.Text text(String code, Locale language, Collection<PolicyTexts> texts) {
        return texts.stream()
                .map(rules -> rules.of(code, language))
                .filter(text -> !text.title().equals(code))
                .findFirst()
                .orElse(new PolicyTexts.Text(code, code));
    }

    private Set<String> codes() {
        var codes = new TreeSet<String>();
        tally.changes
                .values()
                .forEach(effects -> effects.values()
                        .forEach(counted -> codes.addAll(counted.codes().keySet())));
        return codes;
    }
}
