package nl.spil.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ProofPropertiesTest {

    @Property(tries = 300)
    void every_inclusion_proof_holds_and_no_altered_one_does(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll Random random) {
        var leaves = Trees.leaves(size);
        var tree = new TreeView(size, Trees.nodesOf(leaves));
        var index = random.nextInt(size);

        var proof = tree.inclusion(index);

        var leaf = leaves.get(index);
        assertThat(tree.root()).isEqualTo(Trees.root(leaves));
        assertThat(proof.proves(leaf, tree.root())).isTrue();
        assertThat(proof.proves(Trees.leaf(size), tree.root())).isFalse();
        assertThat(proof.proves(leaf, flipped(tree.root(), random))).isFalse();
        assertThat(damaged(proof.path(), random))
                .allSatisfy(path -> assertThat(new InclusionProof(index, size, path).proves(leaf, tree.root()))
                        .isFalse());
        if (size > 1) {
            var elsewhere = (index + 1 + random.nextInt(size - 1)) % size;
            assertThat(new InclusionProof(elsewhere, size, proof.path()).proves(leaf, tree.root()))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void every_consistency_proof_holds_and_no_altered_one_does(
            @ForAll @IntRange(min = 1, max = 500) int from,
            @ForAll @IntRange(min = 0, max = 300) int more,
            @ForAll Random random) {
        var leaves = Trees.leaves(from + more);
        var earlier = Trees.root(leaves.subList(0, from));
        var tree = new TreeView(from + more, Trees.nodesOf(leaves));

        var proof = tree.consistency(from);

        assertThat(proof.proves(earlier, tree.root())).isTrue();
        assertThat(proof.proves(flipped(earlier, random), tree.root())).isFalse();
        assertThat(proof.proves(earlier, flipped(tree.root(), random))).isFalse();
        assertThat(damaged(proof.path(), random))
                .allSatisfy(
                        path -> assertThat(new ConsistencyProof(from, from + more, path).proves(earlier, tree.root()))
                                .isFalse());
    }

    @Property(tries = 60)
    void a_tree_that_grows_by_batches_equals_one_that_was_there_at_once(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 600) Integer> batches) {
        var kept = new HashMap<Tile, List<Hash>>();
        var tree = GrowingTree.resume(0, tiles(kept));
        var whole = new CompactRange();

        for (var batch : batches) {
            var from = tree.size();
            var leaves = Trees.leaves(from + batch).subList((int) from, (int) from + batch);
            leaves.forEach(whole::append);
            var growth = tree.plus(leaves);
            keep(kept, from, leaves, growth.grown());
            tree = growth.tree();

            var view = tree.view();
            assertThat(view.root()).isEqualTo(whole.root());
            assertThat(GrowingTree.resume(tree.size(), tiles(kept)).view().root())
                    .isEqualTo(whole.root());
            for (var index = 0; index < view.size(); index += 37) {
                assertThat(view.inclusion(index).proves(Trees.leaf(index), view.root()))
                        .isTrue();
            }
            for (var i = 0; i < leaves.size(); i++) {
                assertThat(view.inclusion(from + i).proves(leaves.get(i), view.root()))
                        .isTrue();
            }
            if (from > 0) {
                assertThat(view.consistency(from).proves(new TreeView(from, tree).root(), view.root()))
                        .isTrue();
            }
        }
    }

    private static void keep(Map<Tile, List<Hash>> kept, long from, List<Hash> leaves, List<GrowingTree.Grown> grown) {
        for (var i = 0; i < leaves.size(); i++) {
            put(kept, 0, from + i, leaves.get(i));
        }
        grown.forEach(node -> put(kept, node.level(), node.index(), node.hash()));
    }

    private static void put(Map<Tile, List<Hash>> kept, int level, long index, Hash hash) {
        var row = kept.computeIfAbsent(new Tile(level, index / Tile.WIDTH, Tile.WIDTH), tile -> new ArrayList<>());
        assertThat(row).hasSize((int) (index % Tile.WIDTH));
        row.add(hash);
    }

    private static TileSource tiles(Map<Tile, List<Hash>> kept) {
        return tile -> {
            var row = kept.getOrDefault(new Tile(tile.level(), tile.index(), Tile.WIDTH), List.of());
            assertThat(row).hasSizeGreaterThanOrEqualTo(tile.width());
            return TileNodes.of(row.subList(0, tile.width()));
        };
    }

    private static Hash flipped(Hash hash, Random random) {
        var bytes = hash.bytes();
        bytes[random.nextInt(Hash.LENGTH)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }

    private static List<List<Hash>> damaged(List<Hash> path, Random random) {
        var all = new ArrayList<List<Hash>>();
        for (var i = 0; i < path.size(); i++) {
            var changed = new ArrayList<>(path);
            changed.set(i, flipped(path.get(i), random));
            all.add(changed);
            var shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
        }
        for (var i = 0; i <= path.size(); i++) {
            var longer = new ArrayList<>(path);
            longer.add(i, Trees.leaf(random.nextLong()));
            all.add(longer);
        }
        return all;
    }
}
