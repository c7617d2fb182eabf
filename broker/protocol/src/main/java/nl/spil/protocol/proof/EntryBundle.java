package nl.spil.protocol.proof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Neighbouring leaves as clients fetch them: each with its length in two bytes before it (c2sp.org/tlog-tiles). */
public final class EntryBundle {
    private static final int LONGEST = 0xffff;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> leaves) {
        var out = new ByteArrayOutputStream();
        for (var leaf : leaves) {
            if (leaf.length > LONGEST) {
                throw new IllegalArgumentException("a leaf has at most " + LONGEST + " bytes");
            }
            out.write(leaf.length >> 8);
            out.write(leaf.length);
            out.writeBytes(leaf);
        }
        return out.toByteArray();
    }

    public static List<byte[]> decode(byte[] bundle) {
        var leaves = new ArrayList<byte[]>();
        var at = 0;
        while (at < bundle.length) {
            var start = at + 2;
            var end = start > bundle.length ? start : start + (((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff));
            if (end > bundle.length) {
                throw new IllegalArgumentException("the bundle ends inside a leaf");
            }
            leaves.add(Arrays.copyOfRange(bundle, start, end));
            at = end;
        }
        return leaves;
    }
}
