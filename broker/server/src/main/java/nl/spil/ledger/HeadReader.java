package nl.spil.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import nl.spil.protocol.proof.Checkpoint;
import nl.spil.protocol.proof.GrowingTree;
import nl.spil.protocol.proof.InvalidProof;
import nl.spil.protocol.proof.Leaf;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Merkle;
import nl.spil.protocol.proof.SignedNote;
import nl.spil.protocol.proof.TileSource;
import nl.spil.protocol.proof.TreeView;

/**
 * Reads how far the log is, and checks it as far as can be done at once whatever its size: the last checkpoint is ours,
 * the tree at its right edge has that root, and it continues what was published before.
 */
final class HeadReader {
    private final Connection connection;
    private final LogKey key;

    HeadReader(Connection connection, LogKey key) {
        this.connection = connection;
        this.key = key;
    }

    /** Whether there is nothing yet, not even the checkpoint of the empty log. */
    boolean isNew() throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select not exists (select from log_checkpoint) and not exists (select from log_entry)");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** The head; throws {@link LogRefused} unless it continues the checkpoint that was published last. */
    Head continuing(Checkpoint published) throws SQLException {
        try {
            return checked(published);
        } catch (Interrupted e) {
            throw e.failure();
        }
    }

    private Head checked(Checkpoint published) throws SQLException {
        var head = read();
        if (head.size() < published.size()) {
            throw new LogRefused("the database is older than what was published: it has " + head.size()
                    + " entries, the last published checkpoint has " + published.size());
        }
        if (!new TreeView(published.size(), head.tree()).root().equals(published.root())) {
            throw new LogRefused("the log in the database is not the one that was published at " + published.size());
        }
        return head;
    }

    private Head read() throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select number, size, note from log_checkpoint order by number desc limit 1");
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new LogRefused("the log has no checkpoint");
            }
            return checked(rows.getLong(1), rows.getLong(2), rows.getString(3));
        }
    }

    private Head checked(long number, long size, String text) throws SQLException {
        var note = note(text);
        var checkpoint = opened(note);
        if (checkpoint.size() != size || entries() != size) {
            throw new LogRefused("the log has " + entries() + " entries, its last checkpoint " + checkpoint.size());
        }
        var tree = GrowingTree.resume(size, stored());
        if (!tree.view().root().equals(checkpoint.root())) {
            throw new LogRefused("the tree of the log does not have the root that was signed");
        }
        var lastTime = size == 0 ? Instant.EPOCH : lastTime(size - 1, tree);
        var lastingTime = key.lasting(note) ? lastTime : Instant.EPOCH;
        return new Head(number, tree, tree.view(), checkpoint, text, lastTime, lastingTime);
    }

    private static SignedNote note(String text) {
        try {
            return SignedNote.parse(text);
        } catch (IllegalArgumentException e) {
            throw new LogRefused("the last checkpoint of the log is damaged");
        }
    }

    private Checkpoint opened(SignedNote note) {
        try {
            return key.open(note);
        } catch (InvalidProof e) {
            throw new LogRefused(
                    "the last checkpoint of the log does not verify with this broker's key: " + e.getMessage());
        }
    }

    private long entries() throws SQLException {
        try (var statement = connection.prepareStatement("select coalesce(max(index) + 1, 0) from log_entry");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Instant lastTime(long index, GrowingTree tree) throws SQLException {
        try (var statement = connection.prepareStatement("select leaf from log_entry where index = ?")) {
            statement.setLong(1, index);
            try (var rows = statement.executeQuery()) {
                if (!rows.next() || !Merkle.leaf(rows.getBytes(1)).equals(tree.node(0, index))) {
                    throw new LogRefused("the last entry of the log is damaged");
                }
                return Leaf.parse(rows.getBytes(1)).time();
            }
        }
    }

    private TileSource stored() {
        return tile -> {
            try {
                return Tiles.read(connection, tile);
            } catch (SQLException e) {
                throw new Interrupted(e);
            }
        };
    }

    /** Carries the database's failure through a tree that knows of no database. */
    private static final class Interrupted extends RuntimeException {
        private final SQLException failure;

        Interrupted(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
