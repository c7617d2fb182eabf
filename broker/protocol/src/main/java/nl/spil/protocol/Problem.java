package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * One thing wrong with a message: a code for machines, a sentence for people, never a word of its content.
 *
 * @param code lower case words joined by hyphens, stable over versions
 * @param pointer where, as a JSON pointer made of member names Spil itself defines; empty for the whole message
 * @param detail one plain sentence
 */
public record Problem(String code, String pointer, String detail) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Problem {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a problem has a code of lower case words joined by hyphens");
        }
    }
}
