package usher.server.webhooks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.Destination;
import usher.engine.relay.Receipt;
import usher.ledger.Entry;
import usher.ledger.StreamId;

/// An endpoint as the relays see it: one request for each entry that has something it wants.
///
/// What was decided together is sent together. An entry that is refused again and again holds up
/// its own stream, and is set aside after [#ATTEMPTS_MAX] attempts if it is to blame itself: the
/// endpoint says so, or it took others meanwhile. An endpoint that takes nothing at all loses
/// nothing, however long that lasts. Thread-safe.
final class EndpointDestination implements Destination {

    static final int ATTEMPTS_MAX = 12;

    private static final long RETRY_MILLIS_MAX = 3_600_000;
    private static final long DISABLED_MILLIS = 24 * RETRY_MILLIS_MAX;
    private static final int FACTS_AT_ONCE_MAX = 200;

    /// How it went with the entry that a stream does not get past.
    ///
    /// @param attempts how often it was sent
    /// @param acceptedBefore what the endpoint had accepted when it was refused first
    private record Tries(long version, int attempts, long acceptedBefore) {}

    private final KeptEndpoint kept;
    private final Endpoint endpoint;
    private final Sender sender;
    private final Outcomes outcomes;
    private final Attempts attempts;
    private final Map<StreamId, Tries> tries = new ConcurrentHashMap<>();
    private final AtomicLong accepted = new AtomicLong();
    private volatile long notBeforeMillis;

    /// Guarded by this.
    private int knownTerm = -1;

    EndpointDestination(KeptEndpoint kept, Sender sender, Outcomes outcomes, Attempts attempts) {
        this.kept = kept;
        this.endpoint = kept.endpoint();
        this.sender = sender;
        this.outcomes = outcomes;
        this.attempts = attempts;
    }

    @Override
    public CompletionStage<Receipt> send(List<Entry> entries, int attempt) {
        if (!endpoint.isEnabled()) return done(Receipt.away(0, "it is disabled"));
        if (sender.clock().nowMillis() < notBeforeMillis) {
            return done(Receipt.away(0, "it wants to be asked later"));
        }
        Batch batch = new Batch(this, entries);
        try {
            sender.threads().execute(batch::goOn);
        } catch (RejectedExecutionException tooMany) {
            return done(Receipt.refused(0, "too much is under way"));
        }
        return batch.receipt();
    }

    @Override
    public int streamsAtOnceMax() {
        return Courier.REQUESTS_AT_ONCE_MAX;
    }

    @Override
    public int factsAtOnceMax() {
        return FACTS_AT_ONCE_MAX;
    }

    @Override
    public long retryMillisMax() {
        return endpoint.isEnabled() ? RETRY_MILLIS_MAX : DISABLED_MILLIS;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /// Blocks for a moment.
    CompletableFuture<Reply> send(Message message) {
        recall();
        return sender.send(endpoint, message);
    }

    /// What follows from `reply` to `message`, which is about `entry`. Blocks.
    ///
    /// @param before how many entries of the same batch have arrived
    /// @return why the stream does not go on; null: it does
    @Nullable Receipt settle(Entry entry, Message message, Reply reply, int before) {
        Sent sent = new Sent(endpoint, message, entry, before(entry) + 1, reply);
        return switch (reply.verdict()) {
            case ACCEPTED -> {
                accepted.incrementAndGet();
                outcomes.delivered(sent);
                goesOn(entry);
                yield null;
            }
            case AWAY -> {
                long pauseMillis = 1_000 * reply.retryAfterSeconds();
                notBeforeMillis = sender.clock().nowMillis() + pauseMillis;
                outcomes.waits(sent);
                yield Receipt.away(before, reply.reason());
            }
            case GONE -> {
                outcomes.waits(sent);
                outcomes.gone(kept);
                yield Receipt.away(before, reply.reason());
            }
            case REFUSED, BLAMED -> refused(sent, before);
        };
    }

    private @Nullable Receipt refused(Sent sent, int before) {
        Tries now = tried(sent.entry(), sent.attempts());
        boolean isToBlame =
                sent.reply().verdict() == Verdict.BLAMED || accepted.get() > now.acceptedBefore();
        if (sent.attempts() >= ATTEMPTS_MAX && isToBlame && outcomes.setAside(sent)) {
            goesOn(sent.entry());
            return null;
        }
        outcomes.waits(sent);
        remember(sent.entry(), now);
        return Receipt.refused(before, sent.reply().reason());
    }

    /// What the node that relayed before has counted counts on here. Blocks.
    private synchronized void recall() {
        int term = attempts.term();
        if (knownTerm == term) return;
        Map<StreamId, Attempts.Vain> known = attempts.of(kept);
        tries.clear();
        known.forEach((stream, vain) -> tries.put(stream, recalled(vain)));
        knownTerm = term;
    }

    private Tries recalled(Attempts.Vain vain) {
        long acceptedBefore = vain.tookOthers() ? accepted.get() - 1 : accepted.get();
        return new Tries(vain.version(), vain.count(), acceptedBefore);
    }

    /// Blocks.
    private void remember(Entry entry, Tries now) {
        if (!tries.containsKey(entry.stream())) return;
        boolean tookOthers = accepted.get() > now.acceptedBefore();
        attempts.put(
                kept, entry.stream(), new Attempts.Vain(now.version(), now.attempts(), tookOthers));
    }

    /// The stream gets past `entry`. Blocks if it did not at once.
    private void goesOn(Entry entry) {
        if (tries.remove(entry.stream()) != null) {
            attempts.forget(endpoint.id(), entry.stream());
        }
    }

    /// How often `entry` was sent before.
    private int before(Entry entry) {
        Tries last = tries.get(entry.stream());
        return last == null || last.version() != entry.version() ? 0 : last.attempts();
    }

    private Tries tried(Entry entry, int attempts) {
        Tries last = tries.get(entry.stream());
        boolean isSame = last != null && last.version() == entry.version();
        long acceptedBefore = isSame && last != null ? last.acceptedBefore() : accepted.get();
        Tries now = new Tries(entry.version(), attempts, acceptedBefore);
        if (isSame || tries.size() < Attempts.STREAMS_MAX) tries.put(entry.stream(), now);
        return now;
    }

    private static CompletionStage<Receipt> done(Receipt receipt) {
        return CompletableFuture.completedFuture(receipt);
    }
}
