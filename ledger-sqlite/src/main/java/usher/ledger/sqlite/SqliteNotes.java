package usher.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;
import usher.ledger.Notes;

/// Notes, in a table of the SQLite file, written on a connection of their own.
///
/// A call's changes are one transaction, durable when it returns. It waits while the [Filer]
/// writes,
/// and the filer for it; appends go to the journal meanwhile and wait for neither. Thread-safe.
final class SqliteNotes implements Notes, AutoCloseable {

    /// Comes after every letter that a name may have.
    private static final String LAST = "\u007F";

    private static final int BUSY_MILLIS = 10_000;

    private static final String BEGIN_ANEW =
            "INSERT OR IGNORE INTO note (name, revision, text) VALUES (?, 1, ?)";
    private static final String GO_ON =
            "UPDATE note SET revision = revision + 1, text = ? WHERE name = ? AND revision = ?";

    private static final String REMOVE = "DELETE FROM note WHERE name = ? AND revision = ?";

    private final Database database;
    private final Readers readers;
    private final Connection connection;
    private boolean isClosed;

    private SqliteNotes(Database database, Readers readers, Connection connection) {
        this.database = database;
        this.readers = readers;
        this.connection = connection;
    }

    /// The notes in `database`, whose tables are there.
    ///
    /// @param readers on the same file, which somebody else closes
    static SqliteNotes open(Database database, Readers readers) {
        try {
            Connection connection = database.openWriter();
            Database.run(connection, "PRAGMA busy_timeout = " + BUSY_MILLIS);
            return new SqliteNotes(database, readers, connection);
        } catch (SQLException e) {
            throw database.trouble(e);
        }
    }

    @Override
    public @Nullable Note find(String name) {
        return readers.<@Nullable Note>ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement(
                                    "SELECT name, revision, text FROM note WHERE name = ?");
                    select.setString(1, name);
                    List<Note> found = notes(select);
                    return found.isEmpty() ? null : found.getFirst();
                });
    }

    @Override
    public List<Note> list(String prefix, String after, int max) {
        return readers.ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement(
                                    "SELECT name, revision, text FROM note"
                                            + " WHERE name >= ? AND name < ? AND name > ?"
                                            + " ORDER BY name LIMIT ?");
                    select.setString(1, prefix);
                    select.setString(2, prefix + LAST);
                    select.setString(3, after);
                    select.setInt(4, max);
                    return notes(select);
                });
    }

    @Override
    public List<Boolean> write(List<Note> notes) {
        return change(
                () -> {
                    List<Boolean> written = new ArrayList<>();
                    for (Note note : notes) written.add(isWritten(note));
                    return written;
                });
    }

    @Override
    public boolean remove(Note note) {
        return change(() -> isChanged(REMOVE, note.name(), note.revision()));
    }

    @Override
    public synchronized void close() throws SQLException {
        isClosed = true;
        connection.close();
    }

    /// What is done in one transaction.
    private interface Change<T> {

        T make() throws SQLException;
    }

    private synchronized <T> T change(Change<T> change) {
        if (isClosed) throw new LedgerException(database.file() + ": is closed");
        try {
            Database.run(connection, "BEGIN IMMEDIATE");
            try {
                T made = change.make();
                Database.run(connection, "COMMIT");
                return made;
            } catch (SQLException e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw database.trouble(e);
        }
    }

    private boolean isWritten(Note note) throws SQLException {
        if (note.revision() == 0) return isChanged(BEGIN_ANEW, note.name(), note.text());
        return isChanged(GO_ON, note.text(), note.name(), note.revision());
    }

    private boolean isChanged(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            return statement.executeUpdate() == 1;
        }
    }

    /// SQLite may have rolled back already, as it does when the disk is full.
    private void rollBack(SQLException cause) {
        try {
            Database.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static List<Note> notes(PreparedStatement select) throws SQLException {
        List<Note> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Note(rows.getString(1), rows.getLong(2), rows.getString(3)));
            }
        }
        return found;
    }
}
