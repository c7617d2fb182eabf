package nl.spil.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.UnaryOperator;

/** Bundles like the committed one, each under a revision of its own. */
final class TestBundles {
    static final BundleArchive COMMITTED = BundleArchive.committed();
    static final long FIRST = COMMITTED.version().revision();

    private TestBundles() {}

    /** The committed rules, so many revisions later. */
    static BundleArchive later(long revisions) {
        return EarlierRules.under(COMMITTED, FIRST + revisions);
    }

    /** The same with one file changed, as its author would have built it. */
    static BundleArchive changed(long revisions, String file, UnaryOperator<String> change) {
        var files = COMMITTED.files();
        files.compute(
                file,
                (_, bytes) -> change.apply(new String(java.util.Objects.requireNonNull(bytes), UTF_8))
                        .getBytes(UTF_8));
        return EarlierRules.under(files, FIRST + revisions);
    }
}
