package nl.spil.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.spil.protocol.proof.GrowingTree;
import nl.spil.protocol.proof.LeafBytes;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.proof.Tile;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what stands in the log. */
final class LogReader {
    private final JdbcClient jdbc;
    private final StoredTiles tiles;

    LogReader(DataSource pool, StoredTiles tiles) {
        this.jdbc = JdbcClient.create(pool);
        this.tiles = tiles;
    }

    /**
     * An entry with what its leaf commits to; after destruction only the leaf is left.
     *
     * @param question the bytes policy was asked, where they are stored beside this entry
     */
    @SuppressWarnings("ArrayRecordComponent") // On its way from the database to the reader, never compared.
    record Stored(
            long index, LeafBytes leaf, byte @Nullable [] salt, byte @Nullable [] record, byte @Nullable [] question) {}

    FactsVersions versionsOf(Collection<FactScope> scopes) {
        var versions = new TreeMap<FactScope, Long>();
        scopes.forEach(scope -> versions.put(scope, 0L));
        var names = scopes.stream().map(FactScope::value).toArray(String[]::new);
        read(() -> jdbc.sql("select scope, version from fact_version where scope = any(?)")
                        .param(names)
                        .query((row, number) -> new Version(new FactScope(row.getString(1)), row.getLong(2)))
                        .list())
                .forEach(found -> versions.put(found.scope(), found.version()));
        return FactsVersions.of(versions);
    }

    private record Version(FactScope scope, long version) {}

    Optional<LeafBytes> leaf(long index) {
        return leaves(index, index + 1).stream().findFirst();
    }

    /** Under the first checkpoint that covers it, so that whoever asks again gets the same. */
    Optional<Receipt> receipt(long index) {
        return leaf(index)
                .flatMap(leaf -> firstOver(index)
                        .map(first -> Receipt.of(
                                leaf,
                                GrowingTree.resume(first.size(), tiles).view().inclusion(index),
                                first.note())));
    }

    private record Signed(long size, String note) {}

    private Optional<Signed> firstOver(long index) {
        return read(() -> jdbc.sql("select size, note from log_checkpoint where size > ? order by size, number limit 1")
                .param(index)
                .query((row, number) -> new Signed(row.getLong(1), row.getString(2)))
                .optional());
    }

    List<LeafBytes> leaves(long from, long to) {
        return read(() -> jdbc.sql("select leaf from log_entry where index >= ? and index < ? order by index")
                .params(from, to)
                .query((row, number) -> new LeafBytes(row.getBytes(1)))
                .list());
    }

    List<Stored> stored(long from, long to) {
        return read(() -> jdbc.sql("""
                        select e.index, leaf, salt, record, question
                        from log_entry e left join log_record r on r.index = e.index
                            left join log_question q on q.index = e.index
                        where e.index >= ? and e.index < ? order by e.index
                        """)
                .params(from, to)
                .query((row, number) -> new Stored(
                        row.getLong("index"),
                        new LeafBytes(row.getBytes("leaf")),
                        row.getBytes("salt"),
                        row.getBytes("record"),
                        row.getBytes("question")))
                .list());
    }

    byte[] tile(Tile tile) {
        return tiles.tile(tile).row();
    }

    private static <T> T read(Supplier<T> query) {
        try {
            return query.get();
        } catch (DataAccessException e) {
            throw LedgerUnavailable.because("the log cannot be read now", e);
        }
    }
}
