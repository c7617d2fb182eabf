package nl.spil.disclosure;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.spil.decision.Answer;
import nl.spil.decision.Obligation;
import nl.spil.disclosure.RuledItem.Permitted;
import nl.spil.disclosure.RuledItem.Refused;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Verdict;

/** What policy ruled for one recipient: every item asked about, in the order asked, and nothing else. */
record Ruling(Oin recipient, List<RuledItem> items, List<Obligation> obligations, List<String> gaps) {
    Ruling {
        items = List.copyOf(items);
        obligations = List.copyOf(obligations);
        gaps = List.copyOf(gaps);
    }

    /** Puts an answer beside the items that were asked about. */
    static Ruling of(Oin recipient, List<AskedItem> asked, Answer answer) {
        return new Ruling(
                recipient,
                asked.stream().map(item -> ruled(item, answer)).toList(),
                answer.obligations(),
                answer.gaps());
    }

    private static RuledItem ruled(AskedItem item, Answer answer) {
        return answer.permitted().contains(item.id())
                ? new Permitted(item, answer.bases().getOrDefault(item.id(), List.of()))
                : new Refused(
                        item,
                        answer.refused().getOrDefault(item.id(), List.of()),
                        answer.wouldHelp().getOrDefault(item.id(), List.of()));
    }

    /** Whether something was withheld. */
    boolean partial() {
        return items.stream().anyMatch(Refused.class::isInstance);
    }

    Verdict verdict() {
        if (permitted().isEmpty()) {
            return Verdict.DENY;
        }
        return partial() ? Verdict.PARTLY : Verdict.PERMIT;
    }

    List<Permitted> permitted() {
        return items.stream()
                .filter(Permitted.class::isInstance)
                .map(Permitted.class::cast)
                .toList();
    }

    List<Refused> refused() {
        return items.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
    }

    SortedSet<ContentDigest> permittedIds() {
        var ids = new TreeSet<ContentDigest>();
        permitted().forEach(item -> ids.add(item.item().id()));
        return ids;
    }
}
