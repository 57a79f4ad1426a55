package usher.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Keeps lines that have no place in their stream any more, in a table of their own.
final class SetAside {

    static final String AFTER_DAMAGE = "comes after a damaged or missing entry";

    private final PreparedStatement insert;
    private final List<Damage> all = new ArrayList<>();

    SetAside(Connection connection) throws SQLException {
        insert =
                connection.prepareStatement(
                        "INSERT INTO set_aside (stream, version, reason, line)"
                                + " VALUES (?, ?, ?, ?)");
    }

    void add(Damage damage, Slice line) throws SQLException {
        insert.setString(1, damage.stream());
        insert.setLong(2, damage.version());
        insert.setString(3, damage.reason());
        insert.setBytes(4, Arrays.copyOfRange(line.bytes(), line.from(), line.to()));
        insert.executeUpdate();
        all.add(damage);
    }

    List<Damage> all() {
        return all;
    }
}
