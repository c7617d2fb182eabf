package nl.spil.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.spil.protocol.proof.GrowingTree.Grown;
import nl.spil.protocol.proof.Hash;
import nl.spil.protocol.proof.LeafBytes;

/** Adds what one batch brings to the log, in one statement. */
final class LogRows {
    private static final String INSERT = """
            with entries as (
                insert into log_entry (index, leaf, hash)
                select ? + n - 1, leaf, hash from unnest(?::bytea[], ?::bytea[]) with ordinality as t (leaf, hash, n)
            ), records as (
                insert into log_record (index, salt, record)
                select ? + n - 1, salt, record
                from unnest(?::bytea[], ?::bytea[]) with ordinality as t (salt, record, n)
            ), questions as (
                insert into log_question (index, question) select * from unnest(?::bigint[], ?::bytea[])
            ), nodes as (
                insert into log_node (level, index, hash) select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])
            )
            insert into log_checkpoint (number, size, note)
            select ?, ?, ? where exists (select from log_lease where epoch = ?)
            """;
    private static final String CHECKPOINT = """
            insert into log_checkpoint (number, size, note)
            select ?, ?, ? where exists (select from log_lease where epoch = ?)
            """;

    private final Connection connection;
    private final long epoch;

    LogRows(Connection connection, long epoch) {
        this.connection = connection;
        this.epoch = epoch;
    }

    void insert(
            long from, List<Prepared> entries, List<LeafBytes> leaves, List<Hash> hashes, List<Grown> grown, Head head)
            throws SQLException {
        var questionsAt = new ArrayList<Long>();
        var questions = new ArrayList<byte[]>();
        for (var i = 0; i < entries.size(); i++) {
            var question = entries.get(i).question();
            if (question != null) {
                questionsAt.add(from + i);
                questions.add(question);
            }
        }
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, from);
            statement.setArray(2, bytes(leaves.stream().map(LeafBytes::bytes).toList()));
            statement.setArray(3, bytes(hashes.stream().map(Hash::bytes).toList()));
            statement.setLong(4, from);
            statement.setArray(5, bytes(entries.stream().map(Prepared::salt).toList()));
            statement.setArray(6, bytes(entries.stream().map(Prepared::record).toList()));
            statement.setArray(7, connection.createArrayOf("bigint", questionsAt.toArray()));
            statement.setArray(8, bytes(questions));
            statement.setArray(
                    9,
                    connection.createArrayOf(
                            "smallint", grown.stream().map(Grown::level).toArray()));
            statement.setArray(
                    10,
                    connection.createArrayOf(
                            "bigint", grown.stream().map(Grown::index).toArray()));
            statement.setArray(
                    11, bytes(grown.stream().map(node -> node.hash().bytes()).toList()));
            statement.setLong(12, head.number());
            statement.setLong(13, head.size());
            statement.setString(14, head.note());
            statement.setLong(15, epoch);
            mustBeOurs(statement.executeUpdate());
        }
    }

    /** Another checkpoint over the same entries. */
    void insert(Head head) throws SQLException {
        try (var statement = connection.prepareStatement(CHECKPOINT)) {
            statement.setLong(1, head.number());
            statement.setLong(2, head.size());
            statement.setString(3, head.note());
            statement.setLong(4, epoch);
            mustBeOurs(statement.executeUpdate());
        }
    }

    private static void mustBeOurs(int checkpoints) {
        if (checkpoints != 1) {
            throw new LogRefused("another broker has taken over this log");
        }
    }

    private Array bytes(List<byte[]> values) throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
    }
}
