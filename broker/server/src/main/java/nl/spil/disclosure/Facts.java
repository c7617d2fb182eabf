package nl.spil.disclosure;

import nl.spil.decision.Question;
import nl.spil.ledger.FactsVersions;

/** A question to policy, and the versions at which the facts in it were read: the ledger checks that they still stand. */
public record Facts(Question question, FactsVersions versions) {}
