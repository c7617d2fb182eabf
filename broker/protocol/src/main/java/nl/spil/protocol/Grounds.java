package nl.spil.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What a sender states beyond necessity, where its own law asks for it; absent is absent, and policy refuses on it.
 *
 * @param basis the legal basis the sender rests on
 * @param secrecyBases why professional secrecy may be broken, sorted, each once
 * @param declarations what a person did or decided, each code once
 */
public record Grounds(
        Optional<LegalBasis> basis,
        List<SecrecyBasis> secrecyBases,
        Optional<GoodCare> goodCare,
        Optional<PoliceAuthority> policeAuthority,
        List<Declaration> declarations) {

    public Grounds {
        secrecyBases = secrecyBases.stream().distinct().sorted().toList();
        declarations = List.copyOf(declarations);
        if (declarations.size() > Declaration.MOST
                || declarations.stream().map(Declaration::code).distinct().count() != declarations.size()) {
            throw new IllegalArgumentException("at most sixteen things are declared, each once");
        }
    }

    public static Grounds none() {
        return new Grounds(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    public Grounds with(LegalBasis stated) {
        return new Grounds(Optional.of(stated), secrecyBases, goodCare, policeAuthority, declarations);
    }

    public Grounds with(SecrecyBasis... stated) {
        return new Grounds(basis, List.of(stated), goodCare, policeAuthority, declarations);
    }

    public Grounds with(GoodCare stated) {
        return new Grounds(basis, secrecyBases, Optional.of(stated), policeAuthority, declarations);
    }

    public Grounds with(PoliceAuthority stated) {
        return new Grounds(basis, secrecyBases, goodCare, Optional.of(stated), declarations);
    }

    public Grounds with(Declaration... stated) {
        return new Grounds(basis, secrecyBases, goodCare, policeAuthority, List.of(stated));
    }
}
