package usher.bench.measure;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import usher.bench.load.GeneratorProcess;
import usher.bench.load.LoadOrder;

/// Seats that change while something else is measured. It comes from a generator of its own, so
/// that both loads keep their pace.
final class Unrest implements AutoCloseable {

    private final Stage.Rush rush;
    private final int perSecond;
    private final GeneratorProcess generator;

    private Unrest(Stage.Rush rush, int perSecond, GeneratorProcess generator) {
        this.rush = rush;
        this.perSecond = perSecond;
        this.generator = generator;
    }

    /// So many seats a second of `rush` will be held or let go.
    static Unrest of(Stage.Rush rush, int perSecond) throws IOException {
        return new Unrest(rush, perSecond, GeneratorProcess.start());
    }

    /// Takes `load`, of `millis`, while seats change.
    ///
    /// @throws IOException if they did not as they should
    Shot during(Turns.Load load, long millis) throws IOException, InterruptedException {
        LoadOrder order = rush.flicker(perSecond, millis);
        CompletableFuture<String> trouble = CompletableFuture.supplyAsync(() -> run(order));
        Shot shot = load.take();
        String told = trouble.join();
        if (!told.isEmpty()) throw new IOException("seats did not change as they should: " + told);
        return shot;
    }

    @Override
    public void close() {
        generator.close();
    }

    private String run(LoadOrder order) {
        try {
            return generator.run(order).trouble();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
