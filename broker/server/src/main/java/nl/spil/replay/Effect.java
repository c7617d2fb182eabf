package nl.spil.replay;

import java.util.Locale;

/** What a candidate would change for one item and one recipient. */
enum Effect {
    /** Counted with the reasons that fall away. */
    NEWLY_PERMITTED,
    /** Counted with the reasons that come. */
    NEWLY_REFUSED,
    /** Still refused, for other reasons; counted with those that come. */
    OTHER_REASONS,
    /** Still permitted, on other bases; counted with those that come. */
    OTHER_BASES,
    /** An obligation comes; counted with its code. */
    DUTY_ADDED,
    /** An obligation falls away; counted with its code. */
    DUTY_REMOVED;

    /** How a report spells it. */
    String member() {
        var words = name().toLowerCase(Locale.ROOT).split("_", 2);
        return words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }
}
