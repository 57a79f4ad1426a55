package usher.server.webhooks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.http.HttpClientOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.engine.relay.Receipt;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.ForwardingLedger;
import usher.ledger.InMemoryLedger;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.StreamId;
import usher.server.http.Clock;
import usher.server.security.Secrets;

/// Everything that sends, on a ledger in memory whose time a test moves, without the relays.
final class WebhookHouse implements AutoCloseable {

    private static final long ANSWER_MILLIS_MAX = 60_000;
    static final StreamId ONE = StreamId.of(EventId.of(1_767_225_600_000L, 1));
    static final StreamId TWO = StreamId.of(EventId.of(1_767_225_600_000L, 2));

    private static final UserId ANN = new UserId(new UUID(0, 1));
    private static final long PATIENCE_SECONDS = 60;

    /// A clock that a test moves.
    static final class HandTime implements InstantSource {

        private final AtomicLong millis = new AtomicLong(1_767_225_600_000L);

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }

        void pass(long more) {
            long _ = millis.addAndGet(more);
        }
    }

    /// A ledger whose notes a test may take away.
    private static final class Line extends ForwardingLedger {

        private volatile boolean isCut;

        Line(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Notes notes() {
            if (isCut) throw new LedgerException("cut off");
            return ledger.notes();
        }
    }

    final HandTime time = new HandTime();
    final InMemoryLedger memory = new InMemoryLedger(time);
    private final Line line = new Line(memory);
    final Clock clock = new Clock(line);
    final Endpoints endpoints = new Endpoints(line);
    final DeliveryLog log = new DeliveryLog(line, clock);
    final FailedDeliveries failed = new FailedDeliveries(line);
    final Attempts attempts = new Attempts(line);
    final EndpointSecrets secrets = new EndpointSecrets(secrets("one secret that nobody knows"));
    private final DeliveryCounts counts = new DeliveryCounts(new SimpleMeterRegistry());
    private final Outcomes outcomes = new Outcomes(log, failed, endpoints, counts, clock);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Courier courier;
    final Sender sender;

    WebhookHouse() {
        this(Targets.Rule.ANY, new HttpClientOptions(), ANSWER_MILLIS_MAX);
    }

    WebhookHouse(Targets.Rule rule, HttpClientOptions trust) {
        this(rule, trust, ANSWER_MILLIS_MAX);
    }

    WebhookHouse(Targets.Rule rule, HttpClientOptions trust, long answerMillisMax) {
        courier = new Courier(new Targets(rule), trust, answerMillisMax);
        sender = new Sender(courier, secrets, counts, clock, InstantSource.system(), threads);
    }

    static Secrets secrets(String... texts) {
        List<byte[]> all = new ArrayList<>();
        for (String text : texts) all.add(text.getBytes(StandardCharsets.UTF_8));
        return new Secrets(all);
    }

    /// An endpoint at `url` that wants these facts, in the ledger.
    KeptEndpoint kept(String url, String... facts) {
        Endpoint endpoint =
                new Endpoint(
                        UUID.randomUUID(),
                        new Endpoint.Wish(url, List.of(facts), null),
                        true,
                        null,
                        clock.nowMillis(),
                        new Endpoint.Course(0, 1),
                        new Endpoint.SecretAge(1, 0),
                        0);
        return endpoints.add(endpoint);
    }

    /// The same without its revision.
    Endpoint endpoint(String url, String... facts) {
        return kept(url, facts).endpoint();
    }

    /// The way to `endpoint` as it is now, of a node that has just begun to relay.
    EndpointDestination to(Endpoint endpoint) {
        return to(endpoint, attempts);
    }

    /// The same, of a node that has read `known` of what the others counted.
    EndpointDestination to(Endpoint endpoint, Attempts known) {
        return new EndpointDestination(endpoints.get(endpoint.id()), sender, outcomes, known);
    }

    EndpointDestination to(Receiver receiver, String... facts) {
        return to(endpoint(receiver.url(), facts));
    }

    /// A new entry of `stream`: seat 1 is held.
    Entry held(StreamId stream) {
        Cause cause = Cause.of(clock.nowMillis(), ANN, "test");
        return append(stream, new SeatsHeld(cause, ANN, SeatSet.of(1), clock.nowMillis() + 1));
    }

    /// A new entry of `stream`: seat 1 is let go.
    Entry released(StreamId stream) {
        Cause cause = Cause.of(clock.nowMillis(), ANN, "test");
        return append(stream, new HoldsReleased(cause, SeatSet.of(1)));
    }

    private Entry append(StreamId stream, Fact fact) {
        var head = memory.heads().of(stream);
        long id = head.version() + 1;
        long never = Long.MAX_VALUE;
        Append append = new Append(stream, head, id, List.of(fact), List.of(), never, never);
        CompletionStage<?> _ = memory.append(List.of(append));
        return memory.read(stream, head.version(), 1).getFirst();
    }

    /// From now on nothing can be noted.
    void cutOff() {
        line.isCut = true;
    }

    void reconnect() {
        line.isCut = false;
    }

    /// What became of `entries` after they were sent in vain `attempt` times.
    static Receipt send(EndpointDestination to, int attempt, Entry... entries) {
        return wait(to.send(List.of(entries), attempt));
    }

    static Receipt send(EndpointDestination to, Entry entry) {
        return send(to, 0, entry);
    }

    /// What became of `entry` the last time when it was sent so often.
    static Receipt sendOften(EndpointDestination to, Entry entry, int times) {
        Receipt receipt = Receipt.all(0);
        for (int i = 0; i < times; i++) receipt = send(to, i, entry);
        return receipt;
    }

    static <T> T wait(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        courier.close();
        threads.shutdownNow();
    }
}
