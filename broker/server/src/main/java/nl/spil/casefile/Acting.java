package nl.spil.casefile;

import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;

/** Who does something to a case: a partner, and in it a professional. */
public record Acting(Oin partner, EmployeeId employee) {}
