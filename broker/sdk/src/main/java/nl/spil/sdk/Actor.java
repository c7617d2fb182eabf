package nl.spil.sdk;

import java.time.Instant;

/**
 * The professional on whose behalf a partner's system acts, as that partner vouches for it.
 *
 * @param employee the partner's own pseudonymous employee id, never a name
 * @param role a role of the partnership, like PARTICIPANT_PROFESSIONAL
 * @param secrecyDuty whether a duty of secrecy binds this professional (Wgs 1.8(4))
 * @param assignedUntil how long the partner has assigned this professional to the partnership (Wgs 1.8(3))
 * @param commercialTask whether the professional also has a commercial task at the partner
 */
public record Actor(String employee, String role, boolean secrecyDuty, Instant assignedUntil, boolean commercialTask) {
    public Actor {
        if (employee.isBlank() || role.isBlank()) {
            throw new IllegalArgumentException("an actor has an employee id and a role");
        }
    }
}
