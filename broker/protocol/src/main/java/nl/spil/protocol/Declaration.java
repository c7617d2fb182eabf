package nl.spil.protocol;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a sender says, under its signature, that a person did or decided; how long that counts is for policy to say.
 *
 * @param until when what was decided ends by itself, like an order of a court
 * @param reference an opaque id under which the sender finds it again; never a word about a person
 */
public record Declaration(
        DeclarationCode code, Instant declaredAt, Optional<Instant> until, Optional<String> reference) {

    /** How many can be made at once. */
    public static final int MOST = 16;

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");

    public Declaration {
        WholeSeconds.check(declaredAt, "the moment of a declaration");
        until.ifPresent(end -> WholeSeconds.check(end, "the end of what is declared"));
        if (until.filter(end -> !end.isAfter(declaredAt)).isPresent()) {
            throw new IllegalArgumentException("what is declared ends after it was declared");
        }
        if (reference.filter(id -> !REFERENCE.matcher(id).matches()).isPresent()) {
            throw new IllegalArgumentException("a reference is an id of up to 64 letters, digits and . _ : / -");
        }
    }

    public static Declaration of(DeclarationCode code, Instant declaredAt) {
        return new Declaration(code, declaredAt, Optional.empty(), Optional.empty());
    }

    public Declaration until(Instant end) {
        return new Declaration(code, declaredAt, Optional.of(end), reference);
    }

    public Declaration under(String id) {
        return new Declaration(code, declaredAt, until, Optional.of(id));
    }
}
