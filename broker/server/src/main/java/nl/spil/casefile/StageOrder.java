package nl.spil.casefile;

import java.util.Set;
import nl.spil.protocol.Stage;

/** Which stage may follow which (Wgs 2.31): forward, back from evaluation to adjust, and closed after consultation on closing. */
final class StageOrder {
    private StageOrder() {}

    static boolean allows(Stage from, Stage to) {
        return after(from).contains(to);
    }

    private static Set<Stage> after(Stage stage) {
        return switch (stage) {
            case REGISTERED -> Set.of(Stage.TRIAGE, Stage.CLOSED);
            case TRIAGE -> Set.of(Stage.ASSESSMENT, Stage.CLOSED);
            case ASSESSMENT -> Set.of(Stage.CONSULTATION, Stage.CLOSED);
            case CONSULTATION -> Set.of(Stage.EXECUTION, Stage.CLOSED);
            case EXECUTION -> Set.of(Stage.CONSULTATION, Stage.EVALUATION);
            case EVALUATION -> Set.of(Stage.CONSULTATION, Stage.EXECUTION, Stage.CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
