package usher.engine.relay;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.NullMarked;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.SeatsHeld;
import usher.engine.HandClock;
import usher.engine.HandHost;
import usher.ledger.Append;
import usher.ledger.ForwardingLedger;
import usher.ledger.Heads;
import usher.ledger.InMemoryLedger;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// A node that only relays, whose threads, clock and ledger a test moves.
@NullMarked
final class RelayNode {

    static final StreamId ONE = StreamId.of(EventId.of(1_767_225_600_000L, 1));
    static final StreamId TWO = StreamId.of(EventId.of(1_767_225_600_000L, 2));
    private static final UserId ANN = new UserId(new UUID(0, 1));

    final HandClock clock;
    final InMemoryLedger memory;
    final HandHost host;
    final Relays relays;
    private final Line line;

    private RelayNode(HandClock clock, InMemoryLedger memory, String name) {
        this.clock = clock;
        this.memory = memory;
        this.host = new HandHost(clock);
        this.line = new Line(memory);
        this.relays = new Relays(line, host, name, new RelayObserver() {});
        relays.start();
        host.run();
    }

    static RelayNode first() {
        HandClock clock = new HandClock();
        return new RelayNode(clock, new InMemoryLedger(clock), "first");
    }

    /// Another node on the same ledger, or this one after a crash.
    RelayNode another(String name) {
        return new RelayNode(clock, memory, name);
    }

    RelayNode to(Destination destination) {
        return to("there", 0, destination);
    }

    RelayNode to(String name, long sinceMillis, Destination destination) {
        relays.put(new Route(name, sinceMillis, destination));
        host.run();
        return this;
    }

    /// From now on this node hears no signals, and may only look.
    void becomeDeaf() {
        line.isDeaf = true;
    }

    void cutOff() {
        line.isCut = true;
    }

    void reconnect() {
        line.isCut = false;
    }

    /// Adds an entry with `facts` facts to `stream`.
    void append(StreamId stream, int facts) {
        Position head = memory.heads().of(stream);
        Cause cause = Cause.of(clock.millis(), ANN, "test");
        Fact fact = new SeatsHeld(cause, ANN, SeatSet.of(1), clock.millis() + 1);
        List<Fact> all = java.util.Collections.nCopies(facts, fact);
        Append append =
                new Append(
                        stream,
                        head,
                        head.version() + 1,
                        all,
                        List.of(),
                        Long.MAX_VALUE,
                        Long.MAX_VALUE);
        CompletionStage<?> _ = memory.append(List.of(append));
        host.run();
    }

    /// Lets `millis` pass, for `others` on the same clock too.
    void pass(long millis, RelayNode... others) {
        for (long i = 0; i < millis; i++) {
            clock.tick();
            host.run();
            for (RelayNode other : others) other.host.run();
        }
    }

    Standing standing() {
        Standing standing = relays.standings().get("there");
        if (standing == null) throw new AssertionError("this node does not relay");
        return standing;
    }

    private static final class Line extends ForwardingLedger {

        private boolean isDeaf;
        private boolean isCut;

        Line(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Heads heads() {
            Heads heads = ledger.heads();
            return new Heads() {
                @Override
                public Position of(StreamId stream) {
                    return heads.of(stream);
                }

                @Override
                public List<Head> scan(@org.jspecify.annotations.Nullable StreamId after, int max) {
                    mayFail();
                    return heads.scan(after, max);
                }

                @Override
                public AutoCloseable listen(java.util.function.Consumer<StreamId> listener) {
                    return heads.listen(
                            stream -> {
                                if (!isDeaf) listener.accept(stream);
                            });
                }
            };
        }

        @Override
        public Notes notes() {
            mayFail();
            return ledger.notes();
        }

        private void mayFail() {
            if (isCut) throw new LedgerException("cut off");
        }
    }
}
