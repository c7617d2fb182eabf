package nl.spil.protocol.proof;

/** Where the hashes of complete subtrees are kept. */
@FunctionalInterface
public interface NodeSource {
    /** The tree hash over the leaves from {@code index << height} up to {@code (index + 1) << height}. */
    Hash node(int height, long index);
}
