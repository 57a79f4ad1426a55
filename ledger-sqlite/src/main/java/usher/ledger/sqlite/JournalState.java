package usher.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import usher.ledger.LedgerException;

/// What the SQLite file says about the journal: when it is not open, it holds nothing.
///
/// @param ledger a number of this ledger's own, which its blocks carry
/// @param place where the filing stopped
/// @param isRelaxed whether blocks of it may be gone after a power cut
record JournalState(long ledger, Journal.Place place, boolean isOpen, boolean isRelaxed) {

    static JournalState read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT ledger, next_offset, next_block, open FROM journal");
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) throw new LedgerException("the table journal lost its row");
            int open = rows.getInt(4);
            boolean isOpen = open != 0;
            long offset = isOpen ? rows.getLong(2) : 0;
            Journal.Place place = new Journal.Place(offset, rows.getLong(3));
            return new JournalState(rows.getLong(1), place, isOpen, open == 2);
        }
    }
}
