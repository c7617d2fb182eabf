package nl.spil.protocol.seal;

import java.util.List;
import java.util.regex.Pattern;
import nl.spil.protocol.ContentDigest;

/**
 * What a recipient must do, or leave, with some of the items released to it.
 *
 * @param code a code of the policies, like no_onward_use
 * @param items the items it holds for, sorted, each once
 */
public record Obligation(String code, List<ContentDigest> items) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{1,63}");

    public Obligation {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("an obligation is a code of lower case words joined by underscores");
        }
        items = items.stream().distinct().sorted().toList();
    }
}
