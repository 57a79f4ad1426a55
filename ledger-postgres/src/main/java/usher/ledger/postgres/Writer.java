package usher.ledger.postgres;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.postgres.AppendStatement.Objection;
import usher.ledger.shared.BackOff;
import usher.ledger.shared.Call;
import usher.ledger.shared.GroupWriter;
import usher.ledger.shared.SignalSender;

/// Writes groups of appends with one statement each, which the server commits.
///
/// If the connection breaks before the reply has come, nobody knows how the statement ended, and
/// that is what the calls are told. The next ones get a new connection; while there is none to be
/// had they are refused, most of them at once.
final class Writer implements GroupWriter.Pen {

    private static final System.Logger LOG = System.getLogger(Writer.class.getName());
    private static final int TRIES_MAX = 4;

    private final Sessions sessions;
    private final LongSupplier nowMillis;
    private final Function<StreamId, Position> head;
    private final SignalSender signals;
    private final Set<StreamId> appended = new LinkedHashSet<>();
    private final BackOff backOff = new BackOff();
    private @Nullable AppendStatement statement;
    private String trouble = "";

    /// @param nowMillis the ledger's time
    /// @param head where a stream stands
    /// @param signals who tells of what was appended
    Writer(
            Sessions sessions,
            LongSupplier nowMillis,
            Function<StreamId, Position> head,
            SignalSender signals) {
        this.sessions = sessions;
        this.nowMillis = nowMillis;
        this.head = head;
        this.signals = signals;
    }

    @Override
    public void write(List<Call.Item> items) {
        try {
            writeAll(items);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a write failed for a reason that nobody thought of", e);
            disconnect();
            settle(items, new Outcome.Unknown("a write failed: " + e));
        }
    }

    @Override
    public void answered() {
        signals.send(appended);
        appended.clear();
    }

    @Override
    public void end() {
        disconnect();
    }

    /// Settles all of `items`.
    private void writeAll(List<Call.Item> items) {
        for (int tries = 1; !wrote(items, tries == TRIES_MAX); tries++) {}
    }

    /// Whether all of `items` are settled; if not, another try may do it.
    private boolean wrote(List<Call.Item> items, boolean isLastTry) {
        AppendStatement append = connected();
        if (append == null) {
            settle(items, new Outcome.Unavailable(trouble));
            return true;
        }
        try {
            settle(items, append.run(items, nowMillis.getAsLong()));
            return true;
        } catch (SQLException e) {
            String reason = "%s: %s".formatted(sessions.url(), e.getMessage());
            Trouble kind = Trouble.of(e);
            switch (kind) {
                case REFUSED -> writeEach(items, reason);
                case SHORT -> settle(items, new Outcome.Unavailable(reason));
                case READ_ONLY -> {
                    fail(reason);
                    settle(items, new Outcome.Unavailable(reason));
                }
                case COLLISION -> {
                    if (isLastTry) settle(items, new Outcome.Unavailable(reason));
                }
                case LOST -> {
                    disconnect();
                    settle(items, new Outcome.Unknown(reason));
                }
            }
            return kind != Trouble.COLLISION || isLastTry;
        }
    }

    /// What the server did not like may be one item: that one's trouble is not its neighbours'.
    private void writeEach(List<Call.Item> items, String reason) {
        if (items.size() == 1) {
            settle(items, new Outcome.Unavailable(reason));
        } else {
            for (Call.Item item : items) writeAll(List.of(item));
        }
    }

    private void settle(List<Call.Item> items, Map<Integer, Objection> objections) {
        for (int i = 0; i < items.size(); i++) {
            Append append = items.get(i).append();
            Objection objection = objections.get(i);
            if (objection != null) {
                items.get(i).settle(outcome(append, objection));
            } else {
                items.get(i).settle(new Outcome.Appended(append.position()));
                if (!append.isCheck()) appended.add(append.stream());
            }
        }
    }

    /// How `append` ends, which was not accepted: what stands in its place says why.
    private Outcome outcome(Append append, Objection objection) {
        if (!objection.isFollowed()) return rewound(append);
        if (objection.missed().isEmpty()) return new Outcome.Late();
        return new Outcome.Conflict(List.copyOf(objection.missed()));
    }

    private Outcome rewound(Append append) {
        try {
            return new Outcome.Rewound(head.apply(append.stream()));
        } catch (LedgerException e) {
            return new Outcome.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static void settle(List<Call.Item> items, Outcome outcome) {
        for (Call.Item item : items) item.settle(outcome);
    }

    /// The statement on a connection that is open, as far as one can know; null: there is none.
    private @Nullable AppendStatement connected() {
        if (statement != null || backOff.waitMillis() > 0) return statement;
        try {
            statement = AppendStatement.on(sessions.open());
            backOff.succeeded();
        } catch (SQLException e) {
            fail("%s: %s".formatted(sessions.url(), e.getMessage()));
        } catch (LedgerException e) {
            fail(String.valueOf(e.getMessage()));
        }
        return statement;
    }

    private void fail(String reason) {
        trouble = reason;
        disconnect();
        backOff.failed();
    }

    private void disconnect() {
        if (statement != null) statement.close();
        statement = null;
    }
}
