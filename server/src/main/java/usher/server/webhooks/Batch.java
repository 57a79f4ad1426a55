package usher.server.webhooks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.Receipt;
import usher.ledger.Entry;

/// Some entries of one stream on their way to one endpoint, one after the other. One thread at a
/// time.
final class Batch {

    /// After so long the relays are told how far it is, so that it is remembered.
    private static final long NANOS_MAX = 2_000_000_000;

    private final EndpointDestination destination;
    private final List<Entry> entries;
    private final long begunNanos = System.nanoTime();
    private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    private int next;

    Batch(EndpointDestination destination, List<Entry> entries) {
        this.destination = destination;
        this.entries = entries;
    }

    CompletableFuture<Receipt> receipt() {
        return receipt;
    }

    /// Sends the next entry that the endpoint wants something of, if there is one.
    void goOn() {
        try {
            boolean isLong = System.nanoTime() - begunNanos > NANOS_MAX;
            while (next < entries.size() && !(isLong && next > 0)) {
                Message message = Message.of(entries.get(next), destination.endpoint());
                if (message != null) {
                    send(message);
                    return;
                }
                next++;
            }
            end(Receipt.all(next));
        } catch (RuntimeException trouble) {
            end(Receipt.refused(next, String.valueOf(trouble)));
        }
    }

    private void send(Message message) {
        var _ =
                destination
                        .send(message)
                        .whenComplete(
                                (reply, trouble) -> {
                                    if (reply == null) end(Receipt.refused(next, reason(trouble)));
                                    else settle(message, reply);
                                });
    }

    private void settle(Message message, Reply reply) {
        try {
            Receipt stop = destination.settle(entries.get(next), message, reply, next);
            if (stop != null) {
                end(stop);
                return;
            }
        } catch (RuntimeException unwritten) {
            end(Receipt.refused(next, String.valueOf(unwritten)));
            return;
        }
        next++;
        goOn();
    }

    private void end(Receipt what) {
        boolean _ = receipt.complete(what);
    }

    private static String reason(@Nullable Throwable trouble) {
        return trouble instanceof RejectedExecutionException
                ? "too much is under way"
                : String.valueOf(trouble);
    }
}
