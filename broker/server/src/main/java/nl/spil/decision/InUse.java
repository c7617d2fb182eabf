package nl.spil.decision;

import java.time.Instant;

/**
 * The rules that decide now with everything that belongs to them, so that they change together or not at all.
 *
 * @param since when they were activated
 * @param factsVersion the version of the policy's facts at which these were the newest; what was decided at another one
 *     does not commit
 */
record InUse(PolicyVersion policy, Engine engine, PolicyTexts texts, Instant since, long factsVersion) {
    InUse at(long version) {
        return new InUse(policy, engine, texts, since, version);
    }
}
