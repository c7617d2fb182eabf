package nl.spil.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.spil.authzen.Evaluated.ByFixture;
import nl.spil.decision.Fixture;
import nl.spil.protocol.Actor;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Oin;

/** Whom a question is for: about a case the real rules, about anything else the fixture, where there is one. */
final class Evaluator {
    private final CaseAnswers cases;
    private final Optional<Fixture> fixture;
    private final Phrases phrases;

    Evaluator(CaseAnswers cases, Optional<Fixture> fixture, Phrases phrases) {
        this.cases = cases;
        this.fixture = fixture;
        this.phrases = phrases;
    }

    Evaluated evaluate(Oin caller, Optional<Actor> actor, Evaluation evaluation) {
        return CaseAnswers.isAboutACase(evaluation)
                ? cases.answer(caller, actor, evaluation)
                : fixture.map(rules -> byFixture(rules, evaluation))
                        .orElseGet(() -> Evaluated.notAsked(phrases.own("resource_type_unknown"), List.of()));
    }

    private static Evaluated byFixture(Fixture fixture, Evaluation evaluation) {
        var permitted = fixture.permits(evaluation.whole().toString().getBytes(UTF_8));
        return new Evaluated(permitted, new ByFixture(fixture.version()));
    }

    /** Answers in the order asked, as far as the asker wants to go on. */
    List<Evaluated> evaluate(Oin caller, Optional<Actor> actor, Evaluations evaluations) {
        var answers = new ArrayList<Evaluated>();
        for (var each : evaluations.all()) {
            var answer = switch (each) {
                case Checked.Sound<Evaluation>(var sound) -> evaluate(caller, actor, sound);
                case Checked.Unsound<Evaluation>(var problems) -> Evaluated.malformed(problems);
            };
            answers.add(answer);
            if (evaluations.semantic().endsWith(answer.decision())) {
                break;
            }
        }
        return answers;
    }
}
