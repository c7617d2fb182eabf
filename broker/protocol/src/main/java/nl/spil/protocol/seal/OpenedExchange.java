package nl.spil.protocol.seal;

import java.util.List;
import nl.spil.protocol.Sha256;

/** What a recipient holds after opening: the items, the terms on which it got them, and evidence anyone can check. */
public final class OpenedExchange {
    private final ExchangeClaims claims;
    private final Release release;
    private final Sha256 releaseDigest;
    private final List<OpenedItem> items;
    private final byte[] evidence;

    OpenedExchange(
            ExchangeClaims claims, Release release, Sha256 releaseDigest, List<OpenedItem> items, byte[] evidence) {
        this.claims = claims;
        this.release = release;
        this.releaseDigest = releaseDigest;
        this.items = List.copyOf(items);
        this.evidence = evidence;
    }

    public ExchangeClaims claims() {
        return claims;
    }

    public Release release() {
        return release;
    }

    /** SHA-256 of the release as it was received, which the acknowledgement names. */
    public Sha256 releaseDigest() {
        return releaseDigest;
    }

    public List<OpenedItem> items() {
        return items;
    }

    /** An ordinary `application/sd-jwt+json` (RFC 9901): who sent what, verifiable without any secret. */
    public byte[] evidence() {
        return evidence.clone();
    }

    @Override
    public String toString() {
        return "opened exchange of " + items.size() + " items";
    }
}
