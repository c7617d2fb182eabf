package nl.spil.settings;

import java.net.URI;
import java.time.Duration;

/**
 * Where rules come from besides proposals.
 *
 * @param location a file or an address
 * @param interval how often it is looked at
 */
public record PolicySource(URI location, Duration interval) {}
