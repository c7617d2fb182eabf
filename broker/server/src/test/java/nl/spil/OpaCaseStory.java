package nl.spil;

import nl.spil.decision.RealOpa;
import org.junit.jupiter.api.AfterAll;

/** The same case where an OPA server evaluates the rules: for partners nothing is different. */
class OpaCaseStory extends CaseStory {
    private final RealOpa opa = RealOpa.startOrSkip();

    @Override
    String[] settings() {
        return new String[] {"--spil.policy.opa.url=" + opa.address()};
    }

    @AfterAll
    void stopOpa() {
        opa.close();
    }
}
