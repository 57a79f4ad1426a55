package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.server.http.Ids;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// The deliveries to an endpoint for its organizer: all that failed, and the others of late; and
/// those that he wants to be sent again. Thread-safe; calls block.
@Singleton
final class Deliveries {

    private static final String CATALOG = "catalog";
    private static final int UUID_LENGTH = 36;

    private final Ledger ledger;
    private final DeliveryLog log;
    private final FailedDeliveries failed;
    private final Outcomes outcomes;
    private final Webhooks webhooks;

    Deliveries(
            Ledger ledger,
            DeliveryLog log,
            FailedDeliveries failed,
            Outcomes outcomes,
            Webhooks webhooks) {
        this.ledger = ledger;
        this.log = log;
        this.failed = failed;
        this.outcomes = outcomes;
        this.webhooks = webhooks;
    }

    /// Where deliveries stand that a query asks for; null: anywhere.
    ///
    /// @throws Problem if there is no such place
    static Delivery.@Nullable Status status(@Nullable String word) {
        if (word == null) return null;
        for (Delivery.Status status : Delivery.Status.values()) {
            if (status.word().equals(word.toLowerCase(Locale.ROOT))) return status;
        }
        throw Problem.field("status", "must be delivered, waiting or failed");
    }

    /// Up to `max` of `endpoint`, the newest first.
    List<Delivery> of(UUID endpoint, Delivery.@Nullable Status status, int max) {
        List<Delivery> all = new ArrayList<>(failed.all(endpoint));
        all.addAll(log.of(endpoint));
        return all.stream()
                .filter(delivery -> status == null || delivery.status() == status)
                .sorted(Comparator.comparingLong(Delivery::atMillis).reversed())
                .limit(max)
                .toList();
    }

    /// Sends the delivery called `id` now, whatever became of it before.
    ///
    /// @throws Problem if there is none
    CompletableFuture<Delivery> sendAgain(Endpoint endpoint, String id) {
        Entry entry = entry(id);
        Message message = Message.of(entry, endpoint);
        if (message == null) throw missing();
        Delivery before = failed.find(endpoint.id(), message.id());
        int attempts = before == null ? 1 : before.attempts() + 1;
        Function<Reply, Delivery> then =
                reply -> outcomes.sentAgain(new Sent(endpoint, message, entry, attempts, reply));
        return webhooks.sender().send(endpoint, message).thenApply(then);
    }

    /// Forgets the failed delivery called `id`.
    ///
    /// @throws Problem if there is none
    void discard(Endpoint endpoint, String id) {
        StreamId _ = stream(id);
        if (!failed.forget(endpoint.id(), id)) throw missing();
    }

    /// The entry that the delivery called `id` has facts of.
    ///
    /// @throws Problem if there is none
    private Entry entry(String id) {
        StreamId stream = stream(id);
        long version = Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
        List<Entry> found = ledger.read(stream, version - 1, 1);
        if (found.isEmpty()) throw missing();
        return found.getFirst();
    }

    /// The stream that the delivery called `id` is of.
    ///
    /// @throws Problem if no delivery is called so
    private static StreamId stream(String id) {
        int dash = id.lastIndexOf('-');
        if (dash < 0 || !id.substring(dash + 1).matches("[1-9]\\d{0,17}")) throw missing();
        return streamCalled(id.substring(0, dash));
    }

    private static StreamId streamCalled(String name) {
        if (name.equals(CATALOG)) return StreamId.CATALOG;
        if (name.length() != UUID_LENGTH) throw missing();
        return new StreamId(Ids.uuid(name, Deliveries::missing));
    }

    static Problem missing() {
        return new Problem(
                ProblemType.DELIVERY_NOT_FOUND,
                "GET …/deliveries lists those of late and those that failed.");
    }

    static Problem busy() {
        return new Problem(ProblemType.OVERLOADED, "Try again in a second.");
    }
}
