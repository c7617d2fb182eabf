package nl.spil.decision;

import java.time.Instant;

/** Whether the competent authority agreed that police data are provided (Wpg 20(3)). */
public record PoliceAuthority(boolean agreed, Instant agreedAt) {}
