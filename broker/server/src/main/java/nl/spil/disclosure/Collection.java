package nl.spil.disclosure;

import java.util.SortedSet;
import java.util.UUID;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Sha256;

/**
 * One handing over of a disclosure: which items, under which release.
 *
 * @param id chosen by the recipient
 * @param partial whether the recipient gets less than was sealed for it
 * @param release the signed release for exactly these items
 */
record Collection(UUID id, SortedSet<ContentDigest> items, boolean partial, String release) {

    /** What the ledger and the acknowledgement know the release by. */
    Sha256 digest() {
        return Sha256.of(release);
    }
}
