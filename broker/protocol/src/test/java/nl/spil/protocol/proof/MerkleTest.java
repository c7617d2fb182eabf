package nl.spil.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MerkleTest {
    /** The example tree of the Certificate Transparency implementations, leaf by leaf, and its roots. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_example_tree_of_certificate_transparency_has_its_published_roots() {
        var leaves = new ArrayList<Hash>();
        var range = new CompactRange();

        for (var i = 0; i < LEAVES.size(); i++) {
            leaves.add(Merkle.leaf(HexFormat.of().parseHex(LEAVES.get(i))));
            range.append(leaves.getLast());

            var published = Hash.of(HexFormat.of().parseHex(ROOTS.get(i)));
            assertThat(range.root()).isEqualTo(published);
            assertThat(Trees.root(leaves)).isEqualTo(published);
            assertThat(new TreeView(i + 1, Trees.nodesOf(leaves)).root()).isEqualTo(published);
        }
    }

    @Test
    void a_tree_without_leaves_has_the_digest_of_nothing_as_its_root() {
        assertThat(Merkle.empty().base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(new CompactRange().root()).isEqualTo(Merkle.empty());
        assertThat(new TreeView(0, (height, index) -> Merkle.empty()).root()).isEqualTo(Merkle.empty());
    }

    @Test
    void the_vectors_of_transparency_dev_are_accepted_and_refused_as_they_say() throws IOException {
        var files = External.jsonFilesUnder("crypto/merkle/inclusion");

        assertThat(files).hasSizeGreaterThan(90);
        assertThat(files).allSatisfy(file -> {
            var vector = External.read(file);
            assertThat(accepted(vector)).isEqualTo(!vector.required("wantErr").booleanValue());
        });
    }

    private static boolean accepted(JsonNode vector) {
        try {
            var path = vector.required("proof").isNull()
                    ? List.<Hash>of()
                    : vector.required("proof")
                            .valueStream()
                            .map(MerkleTest::hash)
                            .toList();
            var index = number(vector.required("leafIdx"));
            var proof = new InclusionProof(index, number(vector.required("treeSize")), path);
            return proof.proves(hash(vector.required("leafHash")), hash(vector.required("root")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false; // No such proof can even be written down.
        }
    }

    /** Some vectors use all 64 bits; a log of ours never does. */
    private static long number(JsonNode number) {
        return number.bigIntegerValue().longValueExact();
    }

    private static Hash hash(JsonNode base64) {
        return Hash.of(Base64.getDecoder().decode(base64.asString("")));
    }
}
