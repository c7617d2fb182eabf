package nl.spil.administration;

import nl.spil.protocol.Sha256;

/**
 * What the tests of the rules said, as their author handed it in; only a green one is kept.
 *
 * @param report digest of the whole report, which stays with the author
 * @param passed how many tests, all of them
 * @param invariants how many invariants were checked and held
 */
record TestReport(Sha256 report, int passed, int invariants) {
    TestReport {
        if (passed < 1 || invariants < 0) {
            throw new IllegalArgumentException("a report without tests says nothing");
        }
    }
}
