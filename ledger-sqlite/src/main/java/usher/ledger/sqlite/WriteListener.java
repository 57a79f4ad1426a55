package usher.ledger.sqlite;

/// Hears of each write that became durable, on the thread that wrote, which it must not hold up.
@FunctionalInterface
public interface WriteListener {

    /// One write is durable.
    ///
    /// @param entries how many were written together
    /// @param bytes how many the disk was given
    /// @param nanos from the moment that the writer had them until they were durable
    void written(int entries, int bytes, long nanos);
}
