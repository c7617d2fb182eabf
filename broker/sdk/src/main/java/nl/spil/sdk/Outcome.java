package nl.spil.sdk;

import java.util.List;
import java.util.Optional;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Receipt;

/**
 * What the rules made of an exchange, or would make of one: for every recipient what it may have, what not and why.
 *
 * @param exchange the exchange; absent for a pre-check
 * @param receipt that the exchange was received, or the pre-check made
 */
public record Outcome(
        Optional<String> exchange, CaseId caseId, Optional<Receipt> receipt, List<ForRecipient> recipients) {

    public Outcome {
        recipients = List.copyOf(recipients);
    }

    /** How much of what was meant for a recipient reaches it. */
    public enum Extent {
        DISCLOSED,
        PARTLY,
        REFUSED
    }

    /**
     * The part of one recipient.
     *
     * @param disclosure what it may collect; absent when nothing is released
     * @param gaps what is not configured at the broker: neither allowed nor refused by a rule
     * @param receipt the entry of the disclosure or refusal
     */
    public record ForRecipient(
            Oin recipient,
            Extent extent,
            Optional<DisclosureId> disclosure,
            List<ContentDigest> permitted,
            List<RefusedItem> refused,
            List<Duty> obligations,
            List<Ground> grounds,
            List<String> gaps,
            Optional<Receipt> receipt) {
        public ForRecipient {
            permitted = List.copyOf(permitted);
            refused = List.copyOf(refused);
            obligations = List.copyOf(obligations);
            grounds = List.copyOf(grounds);
            gaps = List.copyOf(gaps);
        }
    }

    /** An item that a recipient may not have, why, and what would make it allowed. */
    public record RefusedItem(
            String item, String category, String answerType, List<Reason> reasons, List<Reason> wouldHelp) {
        public RefusedItem {
            reasons = List.copyOf(reasons);
            wouldHelp = List.copyOf(wouldHelp);
        }
    }

    /**
     * A code that never changes, the article it rests on and a sentence in the language asked for.
     *
     * @param article where the law says so; empty where none is given
     */
    public record Reason(String code, String article, String title, String sentence) {}

    /** What the recipient must do, or leave, with these items. */
    public record Duty(String code, String title, List<String> items) {
        public Duty {
            items = List.copyOf(items);
        }
    }

    /** On what the release of one item rests. */
    public record Ground(String item, String code, String article) {}
}
