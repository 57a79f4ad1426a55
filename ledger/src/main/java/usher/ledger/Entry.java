package usher.ledger;

import java.util.List;
import usher.domain.Fact;

/// What one append added to its stream, for ever.
///
/// @param position the place after it: its own number and id
public record Entry(StreamId stream, Position position, List<Fact> facts) {

    public Entry {
        facts = List.copyOf(facts);
    }

    public long version() {
        return position.version();
    }
}
