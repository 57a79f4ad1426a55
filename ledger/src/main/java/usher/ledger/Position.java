package usher.ledger;

/// A place in a stream: after the entry with this number and this id.
///
/// The number alone would not do: after a failover another node may have written another entry 104.
///
/// @param version the count of entries up to here; dense, the first entry is 1
/// @param id the id of the last of them; 0 at the start
public record Position(long version, long id) {

    /// Before the first entry.
    public static final Position START = new Position(0, 0);

    /// The place after an entry `id` that follows this one.
    public Position next(long nextId) {
        return new Position(version + 1, nextId);
    }
}
