package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// One of several that append to the same streams at once, each entry until it has won its place.
///
/// It learns only from outcomes. What it wins is what the ledger acknowledged.
final class Rival implements Callable<List<Entry>> {

    private final Trial trial;
    private final Ledger ledger;
    private final List<StreamId> streams;
    private final int wins;
    private final int triesMax;
    private final Map<StreamId, Position> heads = new HashMap<>();
    private final List<Entry> won = new ArrayList<>();

    /// One of `rivals` that append until each has won `wins` entries. Whoever loses finds an entry
    /// that another has won, so `rivals * wins` tries must do.
    Rival(Trial trial, Ledger ledger, List<StreamId> streams, int wins, int rivals) {
        this.trial = trial;
        this.ledger = ledger;
        this.streams = streams;
        this.wins = wins;
        triesMax = rivals * wins;
    }

    @Override
    public List<Entry> call() {
        for (int tries = 0; won.size() < wins && tries < triesMax; tries++) {
            List<Append> appends = new ArrayList<>();
            for (StreamId stream : streams) {
                appends.add(trial.entry(stream).follows(head(stream)).append());
            }
            List<Outcome> outcomes = Trial.settled(ledger.append(appends));
            for (int i = 0; i < appends.size(); i++) learn(appends.get(i), outcomes.get(i));
        }
        return won;
    }

    private void learn(Append append, Outcome outcome) {
        switch (outcome) {
            case Outcome.Appended(Position position) -> {
                assertEquals(append.position(), position);
                won.add(append.entry());
                heads.put(append.stream(), position);
            }
            case Outcome.Conflict(List<Entry> missed) -> {
                long next = append.follows().version() + 1;
                for (Entry entry : missed) assertEquals(next++, entry.version());
                heads.put(append.stream(), missed.getLast().position());
            }
            default -> throw new AssertionError("nothing that rivals may cause: " + outcome);
        }
    }

    private Position head(StreamId stream) {
        return heads.getOrDefault(stream, Position.START);
    }
}
