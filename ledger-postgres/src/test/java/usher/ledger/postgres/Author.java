package usher.ledger.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Somebody who appends to one stream as an engine does, whatever happens to the server: an entry
/// whose end is unknown is appended again until it is known.
///
/// His journal has the entries that were acknowledged.
final class Author implements Callable<List<Entry>> {

    private static final long PAUSE_MILLIS = 5;

    private final Function<Append, Outcome> ledger;
    private final StreamId stream;
    private final BooleanSupplier goesOn;
    private final List<Entry> journal = new ArrayList<>();
    private Position head = Position.START;

    /// One who writes as long as `goesOn`, and then ends what he began.
    ///
    /// @param ledger how an append ends
    Author(Function<Append, Outcome> ledger, StreamId stream, BooleanSupplier goesOn) {
        this.ledger = ledger;
        this.stream = stream;
        this.goesOn = goesOn;
    }

    @Override
    public List<Entry> call() throws InterruptedException {
        while (goesOn.getAsBoolean()) write(Appends.after(stream, head));
        return journal;
    }

    private void write(Append append) throws InterruptedException {
        boolean mayBeWritten = false;
        while (true) {
            switch (ledger.apply(append)) {
                case Outcome.Appended(Position at) -> {
                    acknowledged(append, at);
                    return;
                }
                case Outcome.Conflict(List<Entry> missed) -> {
                    boolean isMine = missed.getFirst().position().equals(append.position());
                    if (isMine) acknowledged(append, append.position());
                    head = missed.getLast().position();
                    return;
                }
                case Outcome.Unknown _ -> mayBeWritten = true;
                case Outcome.Unavailable _ -> {
                    if (!mayBeWritten && !goesOn.getAsBoolean()) return;
                }
                case Outcome.Late _ -> throw new AssertionError("it is never late");
                case Outcome.Rewound(Position at) ->
                        throw new AssertionError("%s is back at %s".formatted(stream, at));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void acknowledged(Append append, Position at) {
        journal.add(append.entry());
        head = at;
    }
}
