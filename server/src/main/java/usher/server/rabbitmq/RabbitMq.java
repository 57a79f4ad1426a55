package usher.server.rabbitmq;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.Destination;
import usher.engine.relay.Receipt;
import usher.ledger.Entry;

/// A RabbitMQ as a destination of facts: each is a persistent message to a topic exchange, and has
/// arrived when the broker has confirmed it.
///
/// One thread connects and publishes, and waits for nothing else: many entries of many streams are
/// on their way at once. A connection that broke is not mended but made anew, when something is to
/// be sent again. Thread-safe.
public final class RabbitMq implements Destination, AutoCloseable {

    private static final long CHECK_MILLIS = 500;
    private static final long CONFIRM_SECONDS_MAX = 30;
    private static final long CLOSE_SECONDS_MAX = 5;

    private final Broker broker;
    private final Publishing terms;
    private final Runnable returned;
    private final long confirmNanosMax;
    private final ExecutorService publisher =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("usher-rabbitmq").daemon().factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("usher-rabbitmq-timer").daemon().factory());
    private volatile @Nullable Link link;
    private volatile @Nullable String refusal;
    private long failedNanos;
    private @Nullable String failure;

    /// @param returned told of each message that no queue is bound for; on any thread
    public RabbitMq(Broker broker, Publishing terms, Runnable returned) {
        this(broker, terms, returned, TimeUnit.SECONDS.toNanos(CONFIRM_SECONDS_MAX));
    }

    /// @param confirmNanosMax how long a confirm may take
    RabbitMq(Broker broker, Publishing terms, Runnable returned, long confirmNanosMax) {
        this.broker = broker;
        this.terms = terms;
        this.returned = returned;
        this.confirmNanosMax = confirmNanosMax;
        Future<?> _ =
                timer.scheduleWithFixedDelay(
                        this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// What was not taken before goes ahead alone: else those after it could arrive before it does.
    @Override
    public CompletionStage<Receipt> send(List<Entry> entries, int attempt) {
        CompletionStage<Receipt> receipt =
                attempt == 0 || entries.size() == 1 ? ship(entries) : shipOneAhead(entries);
        return receipt.whenComplete(
                (arrived, _) -> {
                    if (arrived != null) note(arrived.trouble());
                });
    }

    private CompletionStage<Receipt> shipOneAhead(List<Entry> entries) {
        List<Entry> others = entries.subList(1, entries.size());
        return ship(entries.subList(0, 1))
                .thenCompose(
                        first ->
                                first.trouble() != null
                                        ? CompletableFuture.completedStage(first)
                                        : ship(others).thenApply(RabbitMq::afterOne));
    }

    private static Receipt afterOne(Receipt others) {
        return new Receipt(1 + others.accepted(), others.trouble());
    }

    private CompletionStage<Receipt> ship(List<Entry> entries) {
        Shipment shipment = new Shipment(entries);
        long askedNanos = System.nanoTime();
        try {
            publisher.execute(() -> publish(shipment, askedNanos));
        } catch (RejectedExecutionException closed) {
            shipment.lost("this node stops");
        }
        return shipment.receipt();
    }

    /// Why an entry was not taken the last time that one was not; null: all were.
    public @Nullable String refusal() {
        return refusal;
    }

    /// Whether the broker can be reached and takes what is published, as far as that is known
    /// without publishing anything. Blocks for some seconds at most.
    ///
    /// @return what keeps it from that; null: nothing
    public @Nullable String trouble() {
        Link open = link;
        if (open != null && !open.isEnded()) return open.trouble();
        try {
            Connection asking = new Dialling(broker).connect();
            asking.abort(Dialling.CLOSE_MILLIS_MAX);
            return null;
        } catch (IOException | TimeoutException | GeneralSecurityException | RuntimeException e) {
            return Trouble.sentence(e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        Future<?> _ = publisher.submit(this::closeLink);
        publisher.shutdown();
        try {
            if (publisher.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Link stuck = link;
        if (stuck != null) stuck.close();
    }

    private void closeLink() {
        Link open = link;
        if (open != null) open.close();
    }

    private void publish(Shipment shipment, long askedNanos) {
        Link open = link;
        if (open == null || open.isEnded()) open = connect(askedNanos);
        if (open == null) {
            shipment.lost(String.valueOf(failure));
            return;
        }
        try {
            open.publish(shipment);
        } catch (RuntimeException mistake) {
            shipment.broken(mistake);
        }
    }

    /// A new connection; null: there is none. Who asked before the last attempt failed does not try
    /// again.
    private @Nullable Link connect(long askedNanos) {
        if (failure != null && askedNanos - failedNanos < 0) return null;
        try {
            Link opened = new Link(broker, terms, returned);
            link = opened;
            failure = null;
            return opened;
        } catch (IOException | TimeoutException | GeneralSecurityException | RuntimeException e) {
            failure = Trouble.sentence(e);
            failedNanos = System.nanoTime();
            return null;
        }
    }

    private void note(Receipt.@Nullable Trouble trouble) {
        if (trouble != null && !trouble.isAway()) refusal = trouble.reason();
    }

    private void check() {
        Link open = link;
        if (open != null) open.check(confirmNanosMax);
    }
}
