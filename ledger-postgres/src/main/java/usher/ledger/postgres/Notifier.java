package usher.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;
import usher.ledger.shared.BackOff;
import usher.ledger.shared.SignalSender;
import usher.ledger.shared.SignalText;

/// Signals by `NOTIFY`, in transactions and by a connection of its own: within the transaction of
/// an append it would let only one of those commit at a time, in all of the server.
final class Notifier implements SignalSender.Carrier {

    private final Sessions sessions;
    private final SignalText text;
    private final boolean isOn;
    private final BackOff backOff = new BackOff();
    private @Nullable Connection connection;

    /// @param isOn whether to tell anybody
    Notifier(Sessions sessions, SignalText text, boolean isOn) {
        this.sessions = sessions;
        this.text = text;
        this.isOn = isOn;
    }

    @Override
    public void carry(Set<StreamId> streams) {
        if (!isOn || backOff.waitMillis() > 0) return;
        try {
            Connection open = connected();
            List<String> payloads = text.write(new ArrayList<>(streams));
            try (PreparedStatement tell =
                    open.prepareStatement("SELECT pg_notify(?, p) FROM unnest(?) AS p")) {
                tell.setString(1, sessions.url().schema());
                tell.setArray(2, open.createArrayOf("text", payloads.toArray()));
                tell.execute();
            }
            backOff.succeeded();
        } catch (SQLException | LedgerException e) {
            end();
            backOff.failed();
        }
    }

    @Override
    public void end() {
        Connection open = connection;
        connection = null;
        Sessions.close(open);
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open != null) return open;
        Connection opened = sessions.open();
        connection = opened;
        // A notification needs no disk, but its transaction would wait for one.
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET synchronous_commit TO off");
        }
        return opened;
    }
}
