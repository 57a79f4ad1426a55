package usher.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;
import usher.ledger.Signals;
import usher.ledger.StreamId;

/// Tells the listeners of this node at once, and those of other nodes very soon, what was appended.
///
/// Other nodes are told by `NOTIFY`, in transactions and by a connection of its own: within the
/// transaction of an append it would let only one of those commit at a time, in all of the server.
/// What comes while a notification is on its way goes with the next one. What cannot be sent is
/// forgotten: whoever must not miss anything compares heads.
final class SignalSender {

    private static final int STREAMS_MAX = 10_000;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Sessions sessions;
    private final SignalText text;
    private final Signals here;
    private final Thread thread;
    private final BackOff backOff = new BackOff();
    private Set<StreamId> waiting = new LinkedHashSet<>();
    private @Nullable Connection connection;
    private volatile boolean closing;

    SignalSender(Sessions sessions, SignalText text, Signals here) {
        this.sessions = sessions;
        this.text = text;
        this.here = here;
        thread = Thread.ofPlatform().daemon().name("usher-ledger-signals").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// `streams` were appended to, durably. The writer's thread only.
    void send(Set<StreamId> streams) {
        if (streams.isEmpty()) return;
        synchronized (this) {
            if (waiting.size() < STREAMS_MAX) waiting.addAll(streams);
        }
        LockSupport.unpark(thread);
        streams.forEach(here::give);
    }

    /// Sends what waits. Any other thread.
    void close() {
        closing = true;
        LockSupport.unpark(thread);
        Threads.join(thread);
    }

    private void run() {
        for (Set<StreamId> streams = next(); !streams.isEmpty(); streams = next()) {
            notify(streams);
            if (!closing) LockSupport.parkNanos(this, PAUSE_NANOS);
        }
        disconnect();
    }

    /// What waits, waited for; empty at the end.
    private Set<StreamId> next() {
        Set<StreamId> taken = taken();
        while (taken.isEmpty() && !closing) {
            LockSupport.park(this);
            taken = taken();
        }
        return taken;
    }

    private synchronized Set<StreamId> taken() {
        Set<StreamId> taken = waiting;
        if (!taken.isEmpty()) waiting = new LinkedHashSet<>();
        return taken;
    }

    private void notify(Set<StreamId> streams) {
        if (backOff.waitMillis() > 0) return;
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
            disconnect();
            backOff.failed();
        }
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

    private void disconnect() {
        Connection open = connection;
        connection = null;
        Sessions.close(open);
    }
}
