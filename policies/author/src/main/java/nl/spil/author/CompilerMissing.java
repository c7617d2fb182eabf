package nl.spil.author;

/** A rule changed, which only opa can compile, and there is none at hand. */
final class CompilerMissing extends RuntimeException {
    CompilerMissing() {
        super("a rule has changed and no opa is at hand");
    }
}
