package usher.server.analytics;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import usher.domain.EventId;
import usher.domain.event.EventDefinition;
import usher.ledger.Ledger;

/// The events whose figures were asked for last. Thread-safe.
@Singleton
final class Followers {

    static final int FOLLOWED_EVENTS_MAX = 64;

    private final Ledger ledger;
    private final Map<EventId, Follower> followers = new LinkedHashMap<>(16, 0.75f, true);

    Followers(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Whoever follows `event`; whom nobody has asked for longest goes, if there are too many.
    synchronized Follower of(EventDefinition event) {
        Follower follower = followers.computeIfAbsent(event.id(), _ -> new Follower(event, ledger));
        if (followers.size() > FOLLOWED_EVENTS_MAX) {
            followers.remove(followers.keySet().iterator().next());
        }
        return follower;
    }
}
