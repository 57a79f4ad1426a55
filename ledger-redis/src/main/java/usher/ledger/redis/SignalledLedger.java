package usher.ledger.redis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.ForwardingLedger;
import usher.ledger.Heads;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Signals;
import usher.ledger.StreamId;
import usher.ledger.shared.SignalSender;
import usher.ledger.shared.SignalText;

/// A shared ledger that keeps its facts elsewhere and lets Redis carry the signals between its
/// nodes. Without Redis they hear of each other later, by comparing heads, and nothing is lost.
///
/// Owns the ledger that it stands before: [#close] closes both.
public final class SignalledLedger extends ForwardingLedger {

    private final Signals elsewhere = new Signals();
    private final SignalSender sender;
    private final SignalReceiver receiver;
    private final Pulse pulse;
    private final Heads heads = new SignalledHeads();

    private SignalledLedger(Ledger ledger, Sessions sessions, Topology topology) {
        super(ledger);
        Keyspace keys = new Keyspace(sessions.url().prefix());
        SignalText text = new SignalText();
        Lines telling = new Lines(sessions, topology, true);
        // Listeners of this node hear of its own appends by the ledger itself.
        sender = new SignalSender(new Publisher(keys, telling, text), new Signals());
        receiver = new SignalReceiver(sessions, topology, keys, text, elsewhere);
        pulse = Pulse.withoutClock(keys, new Lines(sessions, topology, true));
    }

    /// Lets the Redis at `url` carry the signals of `ledger`, whether it can be reached now or only
    /// later.
    ///
    /// @throws LedgerException if `url` is none
    public static SignalledLedger of(Ledger ledger, String url) {
        RedisOptions anyServer = new RedisOptions(true, true, 1);
        Sessions sessions = new Sessions(UrlReader.read(url, "USHER_REDIS"), anyServer);
        SignalledLedger signalled = new SignalledLedger(ledger, sessions, new Topology(sessions));
        signalled.sender.start();
        signalled.receiver.start();
        signalled.pulse.start();
        return signalled;
    }

    /// Whether Redis could be reached when it was tried last, some seconds ago at most.
    public boolean isConnected() {
        return pulse.isHeard();
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        return ledger.append(appends)
                .thenApply(
                        outcomes -> {
                            sender.send(appended(appends, outcomes));
                            return outcomes;
                        });
    }

    @Override
    public Heads heads() {
        return heads;
    }

    @Override
    public void close() {
        ledger.close();
        sender.close();
        receiver.close();
        pulse.close();
    }

    private static Set<StreamId> appended(List<Append> appends, List<Outcome> outcomes) {
        Set<StreamId> streams = new LinkedHashSet<>();
        for (int i = 0; i < appends.size(); i++) {
            boolean isAppended = outcomes.get(i) instanceof Outcome.Appended;
            if (isAppended && !appends.get(i).isCheck()) streams.add(appends.get(i).stream());
        }
        return streams;
    }

    /// The heads of the ledger, with listeners who hear of appends both ways.
    private final class SignalledHeads implements Heads {

        @Override
        public Position of(StreamId stream) {
            return ledger.heads().of(stream);
        }

        @Override
        public List<Head> scan(@Nullable StreamId after, int max) {
            return ledger.heads().scan(after, max);
        }

        @Override
        public AutoCloseable listen(Consumer<StreamId> listener) {
            return both(ledger.heads().listen(listener), elsewhere.listen(listener));
        }

        @Override
        public AutoCloseable listenToOthers(Consumer<StreamId> listener) {
            return both(
                    ledger.heads().listenToOthers(listener), elsewhere.listenToOthers(listener));
        }

        private static AutoCloseable both(AutoCloseable here, AutoCloseable there) {
            return () -> {
                here.close();
                there.close();
            };
        }
    }
}
