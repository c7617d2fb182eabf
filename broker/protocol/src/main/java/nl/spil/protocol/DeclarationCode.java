package nl.spil.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a sender can say a person did or decided. The list is closed, so that no free text travels in it; it is the one
 * of the declarations table, which says how long each of them counts.
 */
public enum DeclarationCode {
    /** The reporting code of domestic violence was followed and the report weighed. */
    MELDCODE_WEIGHED,
    /** A court ordered the supervision of the child; the reference names the order, which ends at its term. */
    SUPERVISION_ORDER,
    /** Who represents the child was found out, and that person was involved or rightly not. */
    REPRESENTATION_ESTABLISHED,
    /** Persons other than the data subject cannot be traced from what is shared. */
    THIRD_PERSONS_UNTRACEABLE,
    /** Who reported the situation cannot be recognised in what is shared. */
    REPORTER_MASKED,
    /** Why exactly this category is needed was written down. */
    CATEGORY_MOTIVATED,
    /** Help does not depend on whether the data subject consents. */
    HELP_NOT_CONDITIONAL,
    /** The special conditions of a sentence or measure hold, until their term. */
    CONDITIONS_IN_FORCE,
    /** The return into society of a detained person is being planned. */
    REINTEGRATION_PLANNED,
    /** The statutory channel of the crisis measure was used; the reference names its file. */
    CRISIS_CHANNEL_USED,
    /** An incidental third party signed its undertaking; it ends with the meeting. */
    UNDERTAKING_SIGNED,
    /** The lawfulness advisory committee judged the result lawful to give; the reference names its advice. */
    RAC_POSITIVE,
    /** No participant objects. */
    NO_PARTICIPANT_OBJECTS,
    /** Every participant that contributed special or criminal data agrees. */
    CONTRIBUTOR_CONSENT,
    /** The data subject cannot consent, physically or legally, while a vital interest is at stake. */
    SUBJECT_INCAPABLE,
    /** Log data are wanted to check the lawfulness of processing. */
    CONTROL_LAWFULNESS,
    /** Log data are wanted for internal control. */
    CONTROL_INTERNAL,
    /** Log data are wanted for integrity and security. */
    CONTROL_SECURITY,
    /** Log data are wanted for court proceedings; the reference names them. */
    CONTROL_PROCEEDINGS,
    /** The data subject asked, and its identity was established. */
    SUBJECT_REQUEST,
    /** Every count is over at least ten persons. */
    COUNTS_OF_TEN_OR_MORE,
    /** A legal claim is pending for which the data are needed; the reference names it. */
    CLAIM_PENDING;

    private static final Map<String, DeclarationCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DeclarationCode::code, Function.identity()));

    /** The word it has in messages and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word it has in messages. */
    public static DeclarationCode of(String code) {
        var known = BY_CODE.get(code);
        if (known == null) {
            throw new IllegalArgumentException("a declaration has a code of the list, like rac_positive");
        }
        return known;
    }
}
