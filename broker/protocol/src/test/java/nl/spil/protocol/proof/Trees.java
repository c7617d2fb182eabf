package nl.spil.protocol.proof;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;

/** Trees by the definition of RFC 6962 section 2.1, word for word and slow. */
final class Trees {
    private Trees() {}

    static List<Hash> leaves(long count) {
        return LongStream.range(0, count).mapToObj(Trees::leaf).toList();
    }

    static Hash leaf(long number) {
        return Merkle.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Merkle.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var half = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    static NodeSource nodesOf(List<Hash> leaves) {
        return (height, index) -> root(leaves.subList((int) (index << height), (int) ((index + 1) << height)));
    }
}
