package nl.spil.administration;

import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;

/** A professional of one partner, known here by a pseudonym only. */
record Person(Oin partner, EmployeeId employee) {
    @Override
    public String toString() {
        return partner + "/" + employee;
    }
}
