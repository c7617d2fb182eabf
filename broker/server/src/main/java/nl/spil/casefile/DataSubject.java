package nl.spil.casefile;

import nl.spil.protocol.AgeBand;
import nl.spil.protocol.Pseudonym;

/** A person a case is about, of whom the broker knows no more than this. */
public record DataSubject(Pseudonym pseudonym, AgeBand ageBand, SubjectRole role) {}
