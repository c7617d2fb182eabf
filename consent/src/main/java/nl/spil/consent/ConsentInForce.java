package nl.spil.consent;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * A consent that holds at the moment asked about, towards one recipient.
 *
 * @param validUntil when it ends by itself; absent when it does not
 */
public record ConsentInForce(
        ConsentId id,
        Pseudonym subject,
        Oin provider,
        Oin recipient,
        SortedSet<DataCategory> categories,
        boolean explicit,
        ConsentKind kind,
        Instant givenAt,
        @Nullable Instant validUntil) {

    public ConsentInForce {
        categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    }
}
