package usher.engine;

import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.seating.States;

/// The states of all seats after the last durable entry, for readers on any thread: made when
/// somebody asks, and the same for all who ask until the next entry.
final class ShownStates {

    private volatile long durableVersion = -1;
    private volatile @Nullable States latest;

    /// Entry `version` is durable: what was shown before is old.
    void moveTo(long version) {
        durableVersion = version;
    }

    /// The states, if somebody asked for them since the last entry. Any thread.
    @Nullable States atHand() {
        States states = latest;
        return states != null && states.version() == durableVersion ? states : null;
    }

    /// The states of `durable`, from now on at hand. On the engine's thread.
    States show(BoxOffice durable) {
        States states = atHand();
        if (states == null) {
            states = durable.states();
            latest = states;
        }
        return states;
    }
}
