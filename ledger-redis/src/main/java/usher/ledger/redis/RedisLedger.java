package usher.ledger.redis;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.Entry;
import usher.ledger.Heads;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.Outcome;
import usher.ledger.Signals;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;
import usher.ledger.shared.Call;
import usher.ledger.shared.GroupWriter;
import usher.ledger.shared.ServerClock;
import usher.ledger.shared.SignalSender;
import usher.ledger.shared.SignalText;

/// The ledger that many nodes share: streams in Redis or Valkey, on one server or a cluster.
///
/// The [Writer] appends a batch with one run of a script, which compares and moves the head of each
/// stream; [Readers] read; a [Publisher] and a [SignalReceiver] let other nodes hear of it; the
/// [ServerClock] is the server's. A server that cannot be reached makes appends *unavailable* and
/// reads fail until it can be reached again, which is tried whenever somebody asks.
public final class RedisLedger implements Ledger {

    private final Sessions sessions;
    private final RedisOptions options;
    private final ServerClock clock = new ServerClock();
    private final Readers readers;
    private final Readers disputes;
    private final Streams streams;
    private final RedisHeads heads;
    private final RedisDeadlines deadlines;
    private final RedisSnapshots snapshots;
    private final RedisNotes notes;
    private final SignalSender sender;
    private final SignalReceiver receiver;
    private final Pulse pulse;
    private final GroupWriter writer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RedisLedger(Sessions sessions, Topology topology, RedisOptions options) {
        this.sessions = sessions;
        this.options = options;
        Keyspace keys = new Keyspace(sessions.url().prefix());
        Signals signals = new Signals();
        SignalText text = new SignalText();
        readers = new Readers(sessions, topology, options.readers());
        disputes = new Readers(sessions, topology, 1);
        heads = new RedisHeads(readers, keys, signals);
        streams = new Streams(readers, keys);
        deadlines = new RedisDeadlines(readers, keys);
        snapshots = new RedisSnapshots(readers, keys);
        Lines noting = new Lines(sessions, topology, false);
        int replicas = sessions.url().replicas();
        notes = new RedisNotes(readers, keys, noting, replicas, options.isFrozen());
        Lines telling = new Lines(sessions, topology, true);
        sender = new SignalSender(new Publisher(keys, telling, text), signals);
        receiver = new SignalReceiver(sessions, topology, keys, text, signals);
        pulse = Pulse.of(keys, new Lines(sessions, topology, true), clock);
        writer =
                new GroupWriter(
                        new Writer(
                                keys,
                                topology,
                                new Lines(sessions, topology, true),
                                replicas,
                                clock::millis,
                                new Streams(disputes, keys),
                                sender));
    }

    /// Whether `url` names a ledger that this can open.
    public static boolean isNamedBy(String url) {
        return RedisUrl.isOne(url);
    }

    /// Opens the ledger at `url`; an empty one, if there is none.
    ///
    /// @throws LedgerException if the server cannot be reached, or must not be used; or, if it is
    /// to
    ///     be looked at only, if there is no ledger, or nodes use it. Its message never has the
    ///     password in it.
    public static RedisLedger open(String url, RedisOptions options) {
        Sessions sessions = new Sessions(UrlReader.read(url, "USHER_LEDGER"), options);
        Topology topology = new Topology(sessions);
        topology.learn();
        RedisLedger ledger = new RedisLedger(sessions, topology, options);
        try {
            ledger.begin(topology);
            return ledger;
        } catch (LedgerException e) {
            ledger.readers.close();
            throw e;
        }
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        return options.isFrozen() ? Call.toLookOnly(appends) : writer.append(appends);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean isRelaxed() {
        return sessions.isRelaxed();
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int max) {
        return streams.read(stream, after, max);
    }

    @Override
    public Set<StreamId> find(Key key) {
        return streams.find(key);
    }

    @Override
    public Heads heads() {
        return heads;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Deadlines deadlines() {
        return deadlines;
    }

    @Override
    public Notes notes() {
        return notes;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /// Answers what was begun, and lets go of all connections.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        if (!options.isFrozen()) {
            writer.close();
            sender.close();
            receiver.close();
            pulse.close();
        }
        notes.close();
        disputes.close();
        readers.close();
    }

    /// Where it is, without the password.
    @Override
    public String toString() {
        return sessions.url().toString();
    }

    private void begin(Topology topology) {
        Keyspace keys = new Keyspace(sessions.url().prefix());
        Format format = new Format(readers, keys, sessions.url());
        clock.set(this::serverMicros);
        if (options.isFrozen()) {
            format.find();
            new Users(readers, topology, keys).refuse();
        } else {
            format.create();
            writer.start();
            sender.start();
            receiver.start();
            pulse.start();
        }
    }

    private long serverMicros() {
        return ServerTime.micros(Objects.requireNonNull(readers.ask(ServerTime.question())));
    }
}
