package usher.ledger.postgres;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import usher.ledger.Notes;

/// Notes, one row for each, written by a function that compares and moves their revisions in one
/// transaction. Thread-safe.
///
/// What is read may be asked once more on another connection. What is written may not: the second
/// try would find the note that the first has written, and take it for somebody else's.
final class PostgresNotes implements Notes {

    /// Comes after every letter that a name may have.
    private static final String LAST = "\u007F";

    private final Readers readers;
    private final Readers writers;
    private final boolean isThere;

    /// @param writers which never ask twice
    /// @param isThere whether the ledger has a place for notes: an old one that is only looked at
    ///     may have none
    PostgresNotes(Readers readers, Readers writers, boolean isThere) {
        this.readers = readers;
        this.writers = writers;
        this.isThere = isThere;
    }

    @Override
    public @Nullable Note find(String name) {
        if (!isThere) return null;
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
        if (!isThere) return List.of();
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
        if (notes.isEmpty()) return List.of();
        String[] names = notes.stream().map(Note::name).toArray(String[]::new);
        Long[] revisions = notes.stream().map(Note::revision).toArray(Long[]::new);
        String[] texts = notes.stream().map(Note::text).toArray(String[]::new);
        Set<Long> written =
                writers.ask(
                        writer -> {
                            PreparedStatement call =
                                    writer.statement("SELECT write_notes(?, ?, ?)");
                            call.setArray(1, writer.array("text", names));
                            call.setArray(2, writer.array("int8", revisions));
                            call.setArray(3, writer.array("text", texts));
                            return numbers(call);
                        });
        return IntStream.rangeClosed(1, notes.size())
                .mapToObj(number -> written.contains((long) number))
                .toList();
    }

    @Override
    public boolean remove(Note note) {
        int removed =
                writers.ask(
                        writer -> {
                            PreparedStatement delete =
                                    writer.statement(
                                            "DELETE FROM note WHERE name = ? AND revision = ?");
                            delete.setString(1, note.name());
                            delete.setLong(2, note.revision());
                            return delete.executeUpdate();
                        });
        return removed == 1;
    }

    private static Set<Long> numbers(PreparedStatement call) throws SQLException {
        try (ResultSet rows = call.executeQuery()) {
            rows.next();
            Array numbers = Objects.requireNonNull(rows.getArray(1));
            return Set.of((Long[]) numbers.getArray());
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
