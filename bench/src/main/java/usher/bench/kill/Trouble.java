package usher.bench.kill;

import java.util.Arrays;
import java.util.List;

/// What happens to one of two nodes, or to what both need, in the middle of a load.
public enum Trouble {
    /// It dies without a word.
    KILL,
    /// It stands still for longer than holds last, and then goes on as if nothing had been.
    PAUSE,
    /// Both lose the connections on which they hear of each other's appends.
    DEAFNESS,
    /// The database dies without a word, and is started again.
    DATABASE_KILL,
    /// What the database says does not reach one of them: it does not know what was written.
    MUTE,
    /// Nobody reaches the message broker for a while, if there is one.
    BROKER_AWAY;

    /// What can happen to nodes that do not relay.
    public static List<Trouble> withoutBroker() {
        return Arrays.stream(values()).filter(trouble -> trouble != BROKER_AWAY).toList();
    }
}
