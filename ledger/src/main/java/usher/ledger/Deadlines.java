package usher.ledger;

import java.util.List;

/// When streams are due, as their last appends said.
public interface Deadlines {

    /// A stream and when it is due, in milliseconds since 1970.
    record Due(StreamId stream, long atMillis) {}

    /// Up to `max` streams due by `untilMillis`, the earliest first.
    List<Due> due(long untilMillis, int max);
}
