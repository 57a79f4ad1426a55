package usher.bench.kill;

/// What happens to one of two nodes in the middle of a load.
public enum Trouble {
    /// It dies without a word.
    KILL,
    /// It stands still for longer than holds last, and then goes on as if nothing had been.
    PAUSE,
    /// Both lose the connections on which they hear of each other's appends.
    DEAFNESS
}
