package nl.spil.decision;

import java.time.Duration;

/** The committed rules and their words, for tests of other modules. */
public final class RealPolicies {
    private static final PolicyBundle BUNDLE = PolicyBundle.committed();
    private static final InstancePool INSTANCES = new InstancePool(new WasmProgram(BUNDLE), 2, Duration.ofSeconds(20));

    private RealPolicies() {}

    public static PolicyDecisionPoint decisionPoint() {
        return new WasmDecisionPoint(INSTANCES, new AnswerReader(BUNDLE.version(), BUNDLE.obligations()));
    }

    public static PolicyTexts texts() {
        return PolicyTexts.of(BUNDLE);
    }
}
