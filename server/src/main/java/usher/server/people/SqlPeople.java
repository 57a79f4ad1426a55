package usher.server.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.catalog.SearchText;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.ledger.LedgerException;
import usher.server.language.Language;
import usher.server.people.OwedMail.Told;

/// People in a table of a database, by JDBC and in the SQL that SQLite and PostgreSQL share.
///
/// One connection, one caller at a time; a connection that fails is replaced with the next call.
public final class SqlPeople implements People {

    /// Opens a connection whose commits are durable.
    @FunctionalInterface
    public interface Source {

        Connection open() throws SQLException;
    }

    /// Asks the database something.
    @FunctionalInterface
    private interface Query<T extends @Nullable Object> {

        T ask(Connection connection) throws SQLException;
    }

    private static final List<String> SCHEMA =
            List.of(
                    """
                    CREATE TABLE IF NOT EXISTS contact (
                        event TEXT NOT NULL,
                        booking TEXT NOT NULL,
                        user_id TEXT NOT NULL,
                        name TEXT,
                        email TEXT,
                        words TEXT NOT NULL,
                        language TEXT NOT NULL,
                        since BIGINT NOT NULL,
                        told TEXT NOT NULL,
                        tries INTEGER NOT NULL,
                        due BIGINT,
                        PRIMARY KEY (event, booking, user_id))
                    """,
                    "CREATE INDEX IF NOT EXISTS contact_of_user ON contact (user_id, since)",
                    """
                    CREATE INDEX IF NOT EXISTS contact_due ON contact (due) WHERE due IS NOT NULL
                    """);

    private static final String ALL =
            "SELECT event, booking, user_id, name, email, language, since, told, tries, due"
                    + " FROM contact";
    private static final String ONE = " WHERE event = ? AND booking = ? AND user_id = ?";

    private final Source source;
    private @Nullable Connection connection;

    /// The people in the database that `source` opens; its table is made if there is none.
    ///
    /// @throws LedgerException if it cannot be opened
    public SqlPeople(Source source) {
        this.source = source;
        ask(SqlPeople::prepare);
    }

    @Override
    public List<Boolean> keep(List<Contact> contacts) {
        return ask(
                database -> {
                    List<Boolean> areNew = new ArrayList<>(contacts.size());
                    for (Contact contact : contacts) areNew.add(insert(database, owed(contact)));
                    return areNew;
                });
    }

    @Override
    public void forget(Contact contact) {
        int _ = change("DELETE FROM contact" + ONE, key(contact));
    }

    @Override
    public @Nullable Contact find(EventId event, Booking booking) {
        List<OwedMail> found =
                select(ALL + ONE, event.toString(), text(booking.id()), text(booking.user()));
        return found.isEmpty() ? null : found.getFirst().contact();
    }

    @Override
    public List<Contact> of(UserId user, int max) {
        String sql = ALL + " WHERE user_id = ? ORDER BY since DESC, booking LIMIT ?";
        return select(sql, text(user), max).stream().map(OwedMail::contact).toList();
    }

    @Override
    public List<BookingId> search(EventId event, String text, int max) {
        String sql =
                ALL + " WHERE event = ? AND words LIKE ? ESCAPE '!' ORDER BY since DESC LIMIT ?";
        String part = "%" + SearchText.of(text).replaceAll("[!%_]", "!$0") + "%";
        return select(sql, event.toString(), part, max).stream()
                .map(found -> found.contact().booking())
                .toList();
    }

    @Override
    public int erase(UserId user) {
        return change("DELETE FROM contact WHERE user_id = ?", text(user));
    }

    @Override
    public List<OwedMail> list(@Nullable Contact last, int max) {
        String order = " ORDER BY event, booking, user_id LIMIT ?";
        if (last == null) return select(ALL + order, max);
        Object[] key = key(last);
        String sql = ALL + " WHERE (event, booking, user_id) > (?, ?, ?)" + order;
        return select(sql, key[0], key[1], key[2], max);
    }

    @Override
    public int adopt(List<OwedMail> known) {
        return ask(
                database -> {
                    int adopted = 0;
                    for (OwedMail mail : known) if (insert(database, mail)) adopted++;
                    return adopted;
                });
    }

    @Override
    public List<OwedMail> due(long atMillis, int max) {
        return select(ALL + " WHERE due <= ? ORDER BY due LIMIT ?", atMillis, max);
    }

    @Override
    public List<OwedMail> owed(EventId event, BookingId booking) {
        return select(
                ALL + " WHERE event = ? AND booking = ? AND due IS NOT NULL",
                event.toString(),
                text(booking));
    }

    @Override
    public void hasten(EventId event, long atMillis) {
        String sql = "UPDATE contact SET due = ? WHERE event = ? AND due > ?";
        int _ = change(sql, atMillis, event.toString(), atMillis);
    }

    @Override
    public void takeOver(long atMillis, long untilMillis) {
        String sql = "UPDATE contact SET due = ? WHERE due > ? AND due <= ?";
        int _ = change(sql, atMillis, atMillis, untilMillis);
    }

    @Override
    public boolean claim(OwedMail mail, long untilMillis) {
        Object[] key = key(mail.contact());
        String sql = "UPDATE contact SET due = ?" + ONE + " AND due = ?";
        return change(sql, untilMillis, key[0], key[1], key[2], mail.dueMillis()) == 1;
    }

    @Override
    public void putOff(OwedMail mail, Told told, int tries, long dueMillis) {
        Object[] key = key(mail.contact());
        String sql = "UPDATE contact SET told = ?, tries = ?, due = ?" + ONE;
        int _ = change(sql, told.name(), tries, dueMillis, key[0], key[1], key[2]);
    }

    @Override
    public void settle(OwedMail mail) {
        int _ = change("UPDATE contact SET due = NULL" + ONE, key(mail.contact()));
    }

    @Override
    public synchronized void close() {
        letGo();
    }

    /// Whoever gave an address is owed a mail from now on.
    private static OwedMail owed(Contact contact) {
        boolean isReachable = contact.person().email() != null;
        return new OwedMail(contact, Told.NOTHING, 0, isReachable ? contact.sinceMillis() : 0);
    }

    private static boolean insert(Connection database, OwedMail mail) throws SQLException {
        Contact contact = mail.contact();
        Person person = contact.person();
        String sql =
                "INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO"
                        + " NOTHING";
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            fill(insert, key(contact));
            insert.setString(4, person.name());
            insert.setString(5, person.email());
            insert.setString(6, words(person));
            insert.setString(7, person.language().tag());
            insert.setLong(8, contact.sinceMillis());
            insert.setString(9, mail.told().name());
            insert.setInt(10, mail.tries());
            if (mail.dueMillis() == 0) insert.setNull(11, Types.BIGINT);
            else insert.setLong(11, mail.dueMillis());
            return insert.executeUpdate() == 1;
        }
    }

    /// What somebody is found by.
    private static String words(Person person) {
        String name = person.name() == null ? "" : person.name();
        return SearchText.of(person.email() == null ? name : name + " " + person.email());
    }

    private List<OwedMail> select(String sql, Object... values) {
        return ask(
                database -> {
                    try (PreparedStatement select = database.prepareStatement(sql)) {
                        fill(select, values);
                        List<OwedMail> found = new ArrayList<>();
                        ResultSet rows = select.executeQuery();
                        while (rows.next()) found.add(read(rows));
                        return found;
                    }
                });
    }

    private int change(String sql, Object... values) {
        return ask(
                database -> {
                    try (PreparedStatement change = database.prepareStatement(sql)) {
                        fill(change, values);
                        return change.executeUpdate();
                    }
                });
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    }

    private static OwedMail read(ResultSet row) throws SQLException {
        Person person =
                new Person(
                        row.getString("name"),
                        row.getString("email"),
                        Language.liked(row.getString("language")));
        Contact contact =
                new Contact(
                        new EventId(UUID.fromString(row.getString("event"))),
                        new BookingId(UUID.fromString(row.getString("booking"))),
                        new UserId(UUID.fromString(row.getString("user_id"))),
                        person,
                        row.getLong("since"));
        Told told = Told.valueOf(row.getString("told"));
        return new OwedMail(contact, told, row.getInt("tries"), row.getLong("due"));
    }

    private static Object[] key(Contact contact) {
        return new Object[] {
            contact.event().toString(), text(contact.booking()), text(contact.user())
        };
    }

    private static String text(BookingId booking) {
        return booking.value().toString();
    }

    private static String text(UserId user) {
        return user.value().toString();
    }

    /// Several nodes may do this at once: then all but one fail, and find that it is done.
    private static boolean prepare(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : SCHEMA) statement.execute(sql);
        }
        return true;
    }

    /// Asks `query` in a transaction of its own.
    private synchronized <T extends @Nullable Object> T ask(Query<T> query) {
        try {
            Connection database = connection;
            if (database == null) {
                database = source.open();
                database.setAutoCommit(false);
                connection = database;
            }
            T answer = query.ask(database);
            database.commit();
            return answer;
        } catch (SQLException e) {
            letGo();
            throw new LedgerException("what is known of people: " + e.getMessage(), e);
        }
    }

    private void letGo() {
        Connection old = connection;
        connection = null;
        if (old == null) return;
        try {
            old.close();
        } catch (SQLException e) {
            // It is of no use any more.
        }
    }
}
