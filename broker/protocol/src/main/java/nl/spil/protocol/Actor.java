package nl.spil.protocol;

import java.time.Instant;

/**
 * The professional on whose behalf a partner's system acts, as that partner states and signs it.
 *
 * @param sub pseudonym of the employee
 * @param secrecyDuty whether a duty of professional secrecy holds for this person
 * @param assignedUntil when the assignment to the partnership ends
 * @param commercialTask whether the person also has a commercial task (Wgs 2.29)
 */
public record Actor(
        EmployeeId sub, ActorRole role, boolean secrecyDuty, Instant assignedUntil, boolean commercialTask) {
    public Actor {
        WholeSeconds.check(assignedUntil, "the end of an assignment");
    }
}
