package nl.spil.decision;

/** Judges: the only place where it is decided what may be shared. */
public interface PolicyDecisionPoint {

    /**
     * Answers for every recipient and every item of the question.
     *
     * @throws DecisionUnavailable when there is no trustworthy answer in time; then nothing leaves
     */
    Decision decide(Question question);
}
