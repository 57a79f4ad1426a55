package usher.ledger.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import usher.ledger.LedgerException;
import usher.ledger.Signals;
import usher.ledger.shared.BackOff;
import usher.ledger.shared.ServerClock;
import usher.ledger.shared.SignalText;

/// The thread that hears what other nodes appended, on a connection of its own, and now and then
/// looks at the server's clock.
///
/// While it has no connection it hears nothing: listeners know that signals may get lost.
final class SignalReceiver {

    private static final int LISTEN_MILLIS = 2_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Sessions sessions;
    private final SignalText text;
    private final Signals here;
    private final ServerClock clock;
    private final Thread thread;
    private final BackOff backOff = new BackOff();
    private volatile @Nullable Connection connection;
    private volatile boolean closing;

    SignalReceiver(Sessions sessions, SignalText text, Signals here, ServerClock clock) {
        this.sessions = sessions;
        this.text = text;
        this.here = here;
        this.clock = clock;
        thread = Thread.ofPlatform().daemon().name("usher-ledger-listener").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Stops in the middle of whatever it does. Any other thread.
    void close() {
        closing = true;
        LockSupport.unpark(thread);
        while (thread.isAlive()) {
            Sessions.abort(connection);
            LockSupport.parkNanos(NANOS_PER_MILLI);
        }
    }

    private void run() {
        while (!closing) {
            try (Connection opened = sessions.open()) {
                connection = opened;
                listen(opened);
            } catch (SQLException | LedgerException e) {
                backOff.failed();
                if (!closing) LockSupport.parkNanos(this, backOff.waitMillis() * NANOS_PER_MILLI);
            }
        }
    }

    private void listen(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("LISTEN " + sessions.url().schema());
        }
        ServerTime time = new ServerTime(opened);
        PGConnection driver = opened.unwrap(PGConnection.class);
        while (!closing) {
            for (PGNotification notification : driver.getNotifications(LISTEN_MILLIS)) {
                text.read(notification.getParameter(), here::passOn);
            }
            clock.tend(time);
            backOff.succeeded();
        }
    }
}
