package nl.spil.disclosure;

/** There is nothing to collect any more: it was acknowledged, withdrawn, or waited too long. */
final class DisclosureEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
