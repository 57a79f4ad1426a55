package usher.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.StateMachine;
import usher.engine.Ask;
import usher.engine.Engine;
import usher.engine.EngineObserver;
import usher.engine.PaymentGateway;
import usher.engine.Reading;
import usher.engine.Result;
import usher.engine.relay.RelayObserver;
import usher.engine.relay.Relays;
import usher.engine.relay.Route;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.StreamId;

/// One life of a node: from its start to its crash or stop, with a real [Engine] in it.
final class Life implements EngineObserver {

    private final String name;
    private final World world;
    private final VirtualHost host;
    private final Connection connection;
    private final Engine engine;
    private final Relays relays;
    private final List<Asked> asked = new ArrayList<>();

    /// A process that did not start yet; `crash` kills it.
    Life(String name, World world, Chance chance, Runnable crash) {
        this.name = name;
        this.world = world;
        this.host = new VirtualHost(name, world.time(), chance.split(), this::fatal);
        this.connection = new Connection(world, host, chance.split(), crash);
        Ledger ledger = world.seams().ledger(connection, world.time());
        BankLine line = new BankLine(world, host, chance.split());
        PaymentGateway gateway = world.seams().gateway(line);
        this.engine = new Engine(ledger, host, world.scenario().settings(), this, gateway);
        Road road = new Road(world, host, chance.split());
        this.relays = new Relays(ledger, host, name, new RelayObserver() {});
        relays.put(new Route("subscriber", 0, world.seams().destination(road)));
    }

    /// @throws usher.ledger.LedgerException if the ledger cannot be read
    void start() {
        engine.start();
        relays.start();
    }

    /// `what` arrives, unless this is dead; `told` hears of the answer.
    void submit(Asked what, boolean urgent, Consumer<Result> told) {
        host.happen(
                () -> {
                    asked.add(what);
                    world.answers().asked(what);
                    Ask ask = world.seams().ask(what::decidedAt);
                    engine.submit(
                            what.stream(),
                            urgent,
                            ask,
                            result -> {
                                world.answers().answered(this, what, result);
                                told.accept(result);
                            });
                });
    }

    /// News arrive about a payment of `stream`, unless this is dead.
    void report(StreamId stream, Ask news) {
        host.happen(() -> engine.submit(stream, true, news, _ -> {}));
    }

    /// Somebody looks at the seats of `stream`.
    void show(StreamId stream) {
        host.happen(
                () ->
                        engine.states(
                                stream,
                                states -> world.answers().shown(this, stream, states),
                                _ -> {}));
    }

    /// Shows the durable state of `stream` as this process has it.
    void look(StreamId stream, Consumer<StateMachine> shown, Consumer<Result> failed) {
        engine.read(stream, Reading.of(state -> state, shown, failed));
    }

    void signal(StreamId stream) {
        if (!host.isDead()) connection.signal(stream);
    }

    CompletionStage<Void> stop() {
        return engine.stop().thenCompose(_ -> relays.stop());
    }

    void kill() {
        host.kill();
        for (Asked ask : asked) {
            if (ask.state() == Asked.State.OPEN) ask.become(Asked.State.ABANDONED);
        }
    }

    void cutFor(long nanos) {
        connection.cutFor(nanos);
    }

    void misleadFor(long nanos, long millis) {
        connection.misleadFor(nanos, millis);
    }

    void pause() {
        host.pause();
    }

    void resume() {
        host.resume();
    }

    boolean isMoving() {
        return host.isMoving();
    }

    /// The oldest ask that has no answer; null if there is none.
    @Nullable Asked unanswered() {
        for (Asked ask : asked) {
            if (ask.state() == Asked.State.OPEN) return ask;
        }
        return null;
    }

    @Override
    public void appended(Entry entry) {
        world.answers().published(this, entry);
    }

    @Override
    public void lostRace(StreamId stream) {
        world.totals().lostRace();
    }

    @Override
    public void rewound(StreamId stream) {
        throw new BrokenPromise(name + " thinks that the ledger lost something of " + stream);
    }

    private void fatal(Throwable cause) {
        if (cause instanceof BrokenPromise broken) throw broken;
        throw new BrokenPromise(name + " stopped for ever: " + cause, cause);
    }

    @Override
    public String toString() {
        return name;
    }
}
