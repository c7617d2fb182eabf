package nl.spil.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What a sender states beyond necessity, where its own law asks for it; absent is absent, and policy refuses on it.
 *
 * @param basis the legal basis the sender rests on
 * @param secrecyBases why professional secrecy may be broken, sorted, each once
 */
public record Grounds(
        Optional<LegalBasis> basis,
        List<SecrecyBasis> secrecyBases,
        Optional<GoodCare> goodCare,
        Optional<PoliceAuthority> policeAuthority) {

    public Grounds {
        secrecyBases = secrecyBases.stream().distinct().sorted().toList();
    }

    public static Grounds none() {
        return new Grounds(Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    public Grounds with(LegalBasis stated) {
        return new Grounds(Optional.of(stated), secrecyBases, goodCare, policeAuthority);
    }

    public Grounds with(SecrecyBasis... stated) {
        return new Grounds(basis, List.of(stated), goodCare, policeAuthority);
    }

    public Grounds with(GoodCare stated) {
        return new Grounds(basis, secrecyBases, Optional.of(stated), policeAuthority);
    }

    public Grounds with(PoliceAuthority stated) {
        return new Grounds(basis, secrecyBases, goodCare, Optional.of(stated));
    }
}
