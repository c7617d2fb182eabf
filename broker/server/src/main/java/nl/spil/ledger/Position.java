package nl.spil.ledger;

import java.time.Instant;

/**
 * Where an entry will stand if the transaction commits; not yet a proof of anything.
 *
 * @param index the place in the log, from zero
 * @param time the moment that the leaf bears, whole milliseconds; never before that of an earlier entry
 */
public record Position(long index, Instant time) {}
