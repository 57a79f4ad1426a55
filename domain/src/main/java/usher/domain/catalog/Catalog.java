package usher.domain.catalog;

import static usher.domain.Decision.accepted;
import static usher.domain.Decision.refused;
import static usher.domain.Refusal.EVENT_EXISTS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.CorruptHistory;
import usher.domain.Decision;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.StateHash;
import usher.domain.StateMachine;
import usher.domain.event.EventDefinition;
import usher.domain.seating.Seat;

/// Every event that was ever listed, as one deterministic state machine.
public final class Catalog extends StateMachine {

    private static final Comparator<EventDefinition> SOONEST_FIRST =
            Comparator.comparingLong(Catalog::startsAtMillis)
                    .thenComparing(event -> event.id().value());

    private final Map<EventId, EventDefinition> events = new HashMap<>();
    private final NavigableSet<EventDefinition> soonestFirst = new TreeSet<>(SOONEST_FIRST);

    /// The empty list.
    public Catalog() {}

    /// The event with this id, or null.
    public @Nullable EventDefinition find(EventId id) {
        return events.get(id);
    }

    public int size() {
        return events.size();
    }

    /// Up to `max` events, soonest first, undated ones last, that come after `after`; null: from
    /// the first on.
    public List<EventDefinition> page(@Nullable EventDefinition after, int max) {
        NavigableSet<EventDefinition> rest =
                after == null ? soonestFirst : soonestFirst.tailSet(after, false);
        List<EventDefinition> page = new ArrayList<>();
        for (EventDefinition event : rest) {
            if (page.size() == max) break;
            page.add(event);
        }
        return page;
    }

    @Override
    protected Decision judge(Command command) {
        if (!(command instanceof ListEvent c)) {
            throw new IllegalArgumentException("not for the catalog: " + command);
        }
        if (events.containsKey(c.event().id())) return refused(EVENT_EXISTS);
        return accepted(new EventListed(c.cause(), c.event()));
    }

    @Override
    protected void fold(Fact fact) {
        if (!(fact instanceof EventListed f)) {
            throw new CorruptHistory("not a fact of the catalog: " + fact);
        }
        EventDefinition event = f.event();
        if (events.putIfAbsent(event.id(), event) != null) {
            throw new CorruptHistory("listed twice: event " + event.id());
        }
        soonestFirst.add(event);
        if (undo.isRecording()) undo.add(() -> forget(event));
    }

    private void forget(EventDefinition event) {
        events.remove(event.id());
        soonestFirst.remove(event);
    }

    @Override
    public Answer answer(Command command, List<Fact> made) {
        if (made.isEmpty() || !(made.getLast() instanceof EventListed listed)) {
            throw new IllegalArgumentException("not a listing: " + command);
        }
        return new Answer.Listed(listed.event());
    }

    @Override
    public List<Seat> seatsAt(SeatSet seats, long atMillis) {
        return List.of();
    }

    @Override
    public long deadlineMillis() {
        return Long.MAX_VALUE;
    }

    @Override
    protected Supplier<List<Fact>> snapshot(Cause cause) {
        List<EventDefinition> listed = List.copyOf(soonestFirst);
        return () -> {
            List<Fact> facts = new ArrayList<>(listed.size());
            listed.forEach(event -> facts.add(new EventListed(cause, event)));
            return facts;
        };
    }

    @Override
    protected void addTo(StateHash hash) {
        for (EventDefinition event : soonestFirst) {
            hash.add(event.id().value());
        }
    }

    private static long startsAtMillis(EventDefinition event) {
        Instant startsAt = event.details().startsAt();
        return startsAt == null ? Long.MAX_VALUE : startsAt.toEpochMilli();
    }
}
