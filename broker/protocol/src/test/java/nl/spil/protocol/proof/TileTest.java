package nl.spil.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileTest {

    @Test
    void tiles_are_named_as_c2sp_shows() {
        assertThat(new Tile(0, 1234067, 256).path()).isEqualTo("x001/x234/067");
        assertThat(new Tile(0, 0, 256).path()).isEqualTo("000");
        assertThat(new Tile(1, 273, 17).path()).isEqualTo("273.p/17");
        assertThat(Tile.parse(3, "x001/x234/067.p/12")).isEqualTo(new Tile(3, 1234067, 12));
    }

    @Test
    void other_spellings_name_nothing() {
        assertThat(List.of("1", "0000", "x000/001", "001/002", "000.p/0", "000.p/256", "000.p/012", "", "x001", "-01"))
                .allSatisfy(path ->
                        assertThatThrownBy(() -> Tile.parse(0, path)).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void a_log_of_seventy_thousand_entries_has_the_tiles_that_c2sp_counts() {
        var size = 70_000;

        assertThat(new Tile(0, 272, 256).existsIn(size)).isTrue();
        assertThat(new Tile(0, 273, 112).existsIn(size)).isTrue();
        assertThat(new Tile(0, 273, 113).existsIn(size)).isFalse();
        assertThat(new Tile(1, 0, 256).existsIn(size)).isTrue();
        assertThat(new Tile(1, 1, 17).existsIn(size)).isTrue();
        assertThat(new Tile(1, 1, 18).existsIn(size)).isFalse();
        assertThat(new Tile(2, 0, 1).existsIn(size)).isTrue();
        assertThat(new Tile(2, 0, 2).existsIn(size)).isFalse();
        assertThat(new Tile(3, 0, 1).existsIn(size)).isFalse();
        assertThat(new Tile(63, 0, 1).existsIn(size)).isFalse();
    }

    @Test
    void bundles_give_back_their_leaves_and_end_where_a_leaf_ends() {
        var leaves = List.of(new byte[] {1, 2}, new byte[0], new byte[300]);

        var bundle = EntryBundle.encode(leaves);

        assertThat(EntryBundle.decode(bundle)).usingRecursiveComparison().isEqualTo(leaves);
        assertThatThrownBy(() -> EntryBundle.decode(java.util.Arrays.copyOf(bundle, bundle.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.decode(new byte[] {0})).isInstanceOf(IllegalArgumentException.class);
    }
}
