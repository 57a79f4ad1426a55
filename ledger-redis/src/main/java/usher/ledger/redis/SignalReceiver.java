package usher.ledger.redis;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;
import usher.ledger.LedgerException;
import usher.ledger.Signals;
import usher.ledger.shared.BackOff;
import usher.ledger.shared.SignalText;

/// The thread that hears what other nodes appended, on a connection of its own.
///
/// While it has no connection it hears nothing: listeners know that signals may get lost.
final class SignalReceiver {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Sessions sessions;
    private final Topology topology;
    private final Keyspace keys;
    private final SignalText text;
    private final Signals here;
    private final Thread thread;
    private final BackOff backOff = new BackOff();
    private volatile @Nullable Link link;
    private volatile boolean closing;

    SignalReceiver(
            Sessions sessions, Topology topology, Keyspace keys, SignalText text, Signals here) {
        this.sessions = sessions;
        this.topology = topology;
        this.keys = keys;
        this.text = text;
        this.here = here;
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
            breakOff(link);
            LockSupport.parkNanos(NANOS_PER_MILLI);
        }
    }

    private void run() {
        while (!closing) {
            try (Link opened = sessions.open(topology.serverOf(0))) {
                link = opened;
                listen(opened);
            } catch (JedisException | LedgerException e) {
                backOff.failed();
                if (!closing) LockSupport.parkNanos(this, backOff.waitMillis() * NANOS_PER_MILLI);
            }
        }
    }

    /// The first thing that is heard is that it listens now.
    private void listen(Link opened) {
        opened.sendCommand(Command.SUBSCRIBE, keys.signals());
        while (!closing) {
            List<?> heard = Replies.list(opened.getOne());
            if (heard.get(2) instanceof byte[] payload) {
                text.read(Replies.text(payload), here::passOn);
            }
            backOff.succeeded();
        }
    }

    private static void breakOff(@Nullable Link open) {
        if (open == null) return;
        try {
            open.forceDisconnect();
        } catch (IOException e) {
            // It is broken already.
        }
    }
}
