package nl.spil.authzen;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import nl.spil.authzen.Evaluated.Duty;
import nl.spil.authzen.Evaluated.Ground;
import nl.spil.authzen.Evaluated.Help;
import nl.spil.authzen.Evaluated.Item;
import nl.spil.authzen.Evaluated.Judged;
import nl.spil.decision.ActionName;
import nl.spil.decision.Answer;
import nl.spil.decision.Basis;
import nl.spil.decision.Obligation;
import nl.spil.decision.Reason;
import nl.spil.disclosure.Asked;
import nl.spil.disclosure.AskedItem;
import nl.spil.disclosure.PreChecked;
import nl.spil.disclosure.PreChecks;
import nl.spil.protocol.Actor;
import nl.spil.protocol.Checked;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;

/** Answers what might be shared in a case: asked, decided and recorded as every pre-check is. */
final class CaseAnswers {
    private static final String RECIPIENT = "partner";
    private static final Set<String> RESOURCES = Set.of("case", "item");

    private final PreChecks preChecks;
    private final Phrases phrases;

    CaseAnswers(PreChecks preChecks, Phrases phrases) {
        this.preChecks = preChecks;
        this.phrases = phrases;
    }

    /** Whether a question is about a case, and so for nobody else to answer. */
    static boolean isAboutACase(Evaluation evaluation) {
        return RESOURCES.contains(evaluation.resource().type());
    }

    Evaluated answer(Oin caller, Optional<Actor> actor, Evaluation evaluation) {
        if (!evaluation.subject().type().equals(RECIPIENT)) {
            return notAsked("subject_type_unknown");
        }
        return action(evaluation.action())
                .map(action -> switch (action) {
                    case DISCLOSE, PRE_CHECK -> asked(action, caller, actor, evaluation);
                    // Until there is an exchange nobody can say what its provider stated.
                    case COLLECT -> notAsked("decided_at_collection");
                })
                .orElseGet(() -> notAsked("action_unknown"));
    }

    private static Optional<ActionName> action(String name) {
        return List.of(ActionName.values()).stream()
                .filter(action -> action.code().equals(name))
                .findFirst();
    }

    private Evaluated asked(ActionName action, Oin caller, Optional<Actor> actor, Evaluation evaluation) {
        return switch (new CaseQuestion(evaluation).asked(action, caller, actor)) {
            case Checked.Sound<Asked>(var asked) ->
                preChecks
                        .ask(caller, actor.map(Actor::sub), asked)
                        .map(answered -> evaluated(asked, answered))
                        .orElseGet(() -> notAsked("case_unknown"));
            case Checked.Unsound<Asked>(var problems) ->
                Evaluated.notAsked(phrases.own("question_incomplete"), problems);
        };
    }

    private Evaluated notAsked(String code) {
        return Evaluated.notAsked(phrases.own(code), List.of());
    }

    /** Yes only when every item may go. */
    private Evaluated evaluated(Asked asked, PreChecked answered) {
        var recipient = asked.recipients().getFirst().partner();
        var answer = answered.decision().of(recipient);
        var items = asked.items().stream().map(item -> judged(item, answer)).toList();
        var judged = new Judged(
                each(answer.refused()).map(phrases::of).toList(),
                each(answer.wouldHelp())
                        .map(code -> new Help(code, phrases.sentence(code)))
                        .toList(),
                items,
                answer.obligations().stream().map(this::duty).toList(),
                answer.gaps(),
                answer.validUntil(),
                answered.decision().policy(),
                answered.receipt(recipient));
        return new Evaluated(items.stream().allMatch(Item::permitted), judged);
    }

    /** What was said about any of the items, once. */
    private static <T> Stream<T> each(SortedMap<ContentDigest, List<T>> perItem) {
        return perItem.values().stream().flatMap(List::stream).distinct();
    }

    private static Item judged(AskedItem item, Answer answer) {
        return new Item(
                item.id().value(),
                answer.permitted().contains(item.id()),
                of(item, answer.bases()).stream().map(CaseAnswers::ground).toList(),
                of(item, answer.refused()).stream().map(Reason::code).toList(),
                of(item, answer.wouldHelp()));
    }

    private static <T> List<T> of(AskedItem item, SortedMap<ContentDigest, List<T>> perItem) {
        return perItem.getOrDefault(item.id(), List.of());
    }

    private static Ground ground(Basis basis) {
        return new Ground(basis.code(), basis.article());
    }

    private Duty duty(Obligation obligation) {
        return new Duty(
                obligation.code(),
                phrases.title(obligation.code()),
                obligation.items().stream().map(ContentDigest::value).toList());
    }
}
