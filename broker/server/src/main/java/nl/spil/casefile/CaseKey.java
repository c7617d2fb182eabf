package nl.spil.casefile;

import javax.crypto.spec.SecretKeySpec;
import nl.spil.protocol.CaseId;

/** Seals what the broker must keep for one case; useless for any other case. */
public final class CaseKey {
    private final CaseId caseId;
    private final GcmKey key;

    CaseKey(CaseId caseId, byte[] key) {
        this.caseId = caseId;
        this.key = new GcmKey(new SecretKeySpec(key, "AES"));
    }

    /**
     * Seals bytes to be stored.
     *
     * @param place names the one thing they are, like {@code goal} or a delivery's id; opens under that name only
     */
    public byte[] seal(String place, byte[] plain) {
        return key.seal(bound(place), plain);
    }

    /** Opens what was sealed for this place; throws {@link Unreadable} when it was changed or moved. */
    public byte[] open(String place, byte[] sealed) {
        return key.open(bound(place), sealed);
    }

    private String bound(String place) {
        return "spil case " + caseId + " " + place;
    }

    @Override
    public String toString() {
        return "key of case " + caseId;
    }
}
