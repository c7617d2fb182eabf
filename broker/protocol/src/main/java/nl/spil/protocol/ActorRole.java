package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * In which role a professional acts; which roles may do what is for policy to say.
 *
 * @param code a code like PARTICIPANT_PROFESSIONAL
 */
public record ActorRole(String code) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");

    public ActorRole {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a role is a code in capitals");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
