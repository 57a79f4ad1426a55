package usher.simulation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import usher.domain.selling.Errand;
import usher.domain.selling.PaymentReport;
import usher.engine.PaymentGateway;
import usher.ledger.StreamId;

/// One process's way to the [Bank]: slow, and while there are storms what is asked may not arrive,
/// and what is answered may get lost.
final class BankLine implements PaymentGateway {

    private static final long LATENCY_NANOS = 100 * VirtualTime.MILLIS;
    private static final double LOST = 0.2;

    private final World world;
    private final VirtualHost host;
    private final Chance chance;

    BankLine(World world, VirtualHost host, Chance chance) {
        this.world = world;
        this.host = host;
        this.chance = chance;
    }

    @Override
    public CompletionStage<Optional<PaymentReport>> ask(Errand errand) {
        CompletableFuture<Optional<PaymentReport>> answer = new CompletableFuture<>();
        world.time().in(chance.around(LATENCY_NANOS), () -> arrive(errand, answer));
        return answer;
    }

    private void arrive(Errand errand, CompletableFuture<Optional<PaymentReport>> answer) {
        StreamId event = StreamId.of(errand.event().id());
        if (isLost()) {
            end(() -> answer.completeExceptionally(new IllegalStateException("not reached")));
            return;
        }
        Optional<PaymentReport> report = world.bank().done(event, errand);
        if (isLost()) {
            end(() -> answer.completeExceptionally(new IllegalStateException("no reply")));
        } else {
            end(() -> answer.complete(report));
        }
    }

    private boolean isLost() {
        return !world.sky().now().isCalm() && chance.happens(LOST);
    }

    private void end(Runnable ending) {
        world.time().in(chance.around(LATENCY_NANOS), () -> host.happen(ending));
    }
}
