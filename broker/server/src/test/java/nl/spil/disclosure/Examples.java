package nl.spil.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.spil.decision.Answer;
import nl.spil.decision.Basis;
import nl.spil.decision.Obligation;
import nl.spil.decision.Reason;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Sha256;

/** Small values that tests of rulings talk about. */
final class Examples {
    static final Oin RECIPIENT = new Oin("00000099000000000001");
    static final AskedItem HEALTH = item("HEALTH", AnswerType.SUMMARY);
    static final AskedItem HOUSING = item("HOUSING", AnswerType.STATUS);
    static final Basis CONSENT = new Basis("consent", "https://wetten.overheid.nl/BWBR0049962#Artikel2.29");
    static final Reason NOT_ADMITTED = new Reason("not_admitted", "https://wetten.overheid.nl/BWBR0049962#Artikel2.31");

    private Examples() {}

    static AskedItem item(String category, AnswerType type) {
        var id = new ContentDigest(
                Sha256.of(category.getBytes(StandardCharsets.US_ASCII)).value());
        return new AskedItem(id, new DataCategory(category), type, new Pseudonym("AAAAAAAAAAAAAAAAAAAAAA"));
    }

    /** Permits some items and refuses the others, as policy would say it. */
    static Answer answer(List<AskedItem> permitted, List<AskedItem> refused, Obligation... obligations) {
        SortedSet<ContentDigest> allowed = new TreeSet<>();
        SortedMap<ContentDigest, List<Basis>> bases = new TreeMap<>();
        for (var item : permitted) {
            allowed.add(item.id());
            bases.put(item.id(), List.of(CONSENT));
        }
        SortedMap<ContentDigest, List<Reason>> reasons = new TreeMap<>();
        SortedMap<ContentDigest, List<String>> help = new TreeMap<>();
        for (var item : refused) {
            reasons.put(item.id(), List.of(NOT_ADMITTED));
            help.put(item.id(), List.of("admission"));
        }
        return new Answer(allowed, reasons, bases, List.of(obligations), help, List.of(), null);
    }

    static Obligation noOnwardUse(AskedItem... items) {
        var ids = new TreeSet<ContentDigest>();
        for (var item : items) {
            ids.add(item.id());
        }
        return new Obligation("no_onward_use", ids);
    }
}
