package usher.simulation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import usher.engine.relay.Destination;
import usher.engine.relay.Receipt;
import usher.ledger.Entry;

/// One process's way to the [Subscriber]: slow, and while there are storms it may be closed, an
/// entry may not be taken, and receipts may get lost. What was sent may arrive after its sender
/// died.
final class Road implements Destination {

    private static final long LATENCY_NANOS = 20 * VirtualTime.MILLIS;
    private static final double CLOSED = 0.2;
    private static final double REFUSED = 0.1;
    private static final double MUTE = 0.2;

    private final World world;
    private final VirtualHost host;
    private final Chance chance;

    Road(World world, VirtualHost host, Chance chance) {
        this.world = world;
        this.host = host;
        this.chance = chance;
    }

    @Override
    public CompletionStage<Receipt> send(List<Entry> entries, int attempt) {
        CompletableFuture<Receipt> end = new CompletableFuture<>();
        world.time().in(chance.around(LATENCY_NANOS), () -> arrive(entries, end));
        return end;
    }

    @Override
    public int streamsAtOnceMax() {
        return 2;
    }

    @Override
    public int factsAtOnceMax() {
        return 10;
    }

    @Override
    public long retryMillisMax() {
        return 4_000;
    }

    private void arrive(List<Entry> entries, CompletableFuture<Receipt> end) {
        if (happens(CLOSED)) {
            answer(end, Receipt.away(0, "closed"));
            return;
        }
        int taken = happens(REFUSED) ? chance.below(entries.size()) : entries.size();
        entries.subList(0, taken).forEach(world.subscriber()::hear);
        if (happens(MUTE)) {
            world.time()
                    .in(
                            chance.around(LATENCY_NANOS),
                            () -> host.happen(() -> end.completeExceptionally(new Lost())));
        } else if (taken < entries.size()) {
            answer(end, Receipt.refused(taken, "not taken"));
        } else {
            answer(end, Receipt.all(taken));
        }
    }

    private void answer(CompletableFuture<Receipt> end, Receipt receipt) {
        long inNanos = chance.around(LATENCY_NANOS);
        world.time().in(inNanos, () -> host.happen(() -> end.complete(receipt)));
    }

    private boolean happens(double probability) {
        return !world.sky().now().isCalm() && chance.happens(probability);
    }

    /// A receipt that never came.
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
