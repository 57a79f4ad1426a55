package usher.domain.catalog;

import static usher.domain.Decision.accepted;
import static usher.domain.Decision.refused;
import static usher.domain.Decision.unchanged;
import static usher.domain.Refusal.EVENT_EXISTS;
import static usher.domain.Refusal.PRECONDITION_FAILED;
import static usher.domain.Refusal.VENUE_EXISTS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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
import usher.domain.event.Listing;
import usher.domain.seating.Seat;

/// Every event that was ever listed and every venue, as one deterministic state machine.
///
/// What is listed of a running event follows its own stream, a moment later.
public final class Catalog extends StateMachine {

    private final Map<EventId, ListedEvent> events = new HashMap<>();
    private final NavigableMap<Place, ListedEvent> soonestFirst = new TreeMap<>();
    private final Venues venues = new Venues(undo);
    private @Nullable List<ListedEvent> shown;

    /// The empty list.
    public Catalog() {}

    /// The event with this id as it was created, or null.
    public @Nullable EventDefinition find(EventId id) {
        ListedEvent listed = events.get(id);
        return listed == null ? null : listed.definition();
    }

    /// The houses in which events take place.
    public Venues venues() {
        return venues;
    }

    public int size() {
        return events.size();
    }

    /// All events, soonest first, undated ones last. Never changes: it may be read by any thread.
    public List<ListedEvent> soonestFirst() {
        List<ListedEvent> known = shown;
        if (known == null) {
            known = List.copyOf(soonestFirst.values());
            shown = known;
        }
        return known;
    }

    @Override
    protected Decision judge(Command command) {
        return switch (command) {
            case ListEvent c when events.containsKey(c.event().id()) -> refused(EVENT_EXISTS);
            case ListEvent c -> accepted(new EventListed(c.cause(), c.event()));
            case ChangeListing c -> decide(c);
            case AddVenue c when venues.find(c.venue().id()) != null -> refused(VENUE_EXISTS);
            case AddVenue c -> accepted(new VenueAdded(c.cause(), c.venue()));
            default -> throw new IllegalArgumentException("not for the catalog: " + command);
        };
    }

    private Decision decide(ChangeListing c) {
        ListedEvent listed = events.get(c.event());
        if (listed == null) return refused(PRECONDITION_FAILED);
        if (c.listing().revision() <= listed.now().revision()) return unchanged();
        return accepted(new ListingChanged(c.cause(), c.event(), c.listing()));
    }

    @Override
    protected void fold(Fact fact) {
        switch (fact) {
            case EventListed f -> list(f.event());
            case ListingChanged f -> change(f);
            case VenueAdded f -> venues.add(f.venue());
            default -> throw new CorruptHistory("not a fact of the catalog: " + fact);
        }
    }

    private void list(EventDefinition event) {
        if (events.containsKey(event.id())) {
            throw new CorruptHistory("listed twice: event " + event.id());
        }
        replace(null, ListedEvent.of(event, Listing.of(event)));
    }

    private void change(ListingChanged f) {
        ListedEvent listed = events.get(f.event());
        if (listed == null) throw new CorruptHistory("changed, not listed: event " + f.event());
        replace(listed, ListedEvent.of(listed.definition(), f.listing()));
    }

    private void replace(@Nullable ListedEvent previous, @Nullable ListedEvent next) {
        put(previous, next);
        if (undo.isRecording()) undo.add(() -> put(next, previous));
    }

    /// One of the two may be missing.
    private void put(@Nullable ListedEvent previous, @Nullable ListedEvent next) {
        if (previous != null) {
            events.remove(previous.id());
            soonestFirst.remove(previous.place());
        }
        if (next != null) {
            events.put(next.id(), next);
            soonestFirst.put(next.place(), next);
        }
        shown = null;
    }

    @Override
    public Answer answer(Command command, List<Fact> made) {
        return switch (command) {
            case ListEvent _ when lastOf(made) instanceof EventListed f ->
                    new Answer.Listed(f.event());
            case AddVenue _ when lastOf(made) instanceof VenueAdded f ->
                    new Answer.Added(f.venue());
            case ChangeListing _ -> new Answer.Done();
            default -> throw new IllegalArgumentException("not a listing: " + command);
        };
    }

    private static @Nullable Fact lastOf(List<Fact> made) {
        return made.isEmpty() ? null : made.getLast();
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
    public long alarmMillis() {
        return deadlineMillis();
    }

    @Override
    protected Supplier<List<Fact>> snapshot(Cause cause) {
        List<ListedEvent> listed = soonestFirst();
        List<ListedVenue> houses = venues.byName();
        return () -> {
            List<Fact> facts = new ArrayList<>(Venues.restate(cause, houses));
            for (ListedEvent event : listed) {
                facts.add(new EventListed(cause, event.definition()));
                if (event.now().revision() > 1) {
                    facts.add(new ListingChanged(cause, event.id(), event.now()));
                }
            }
            return facts;
        };
    }

    @Override
    protected void addTo(StateHash hash) {
        for (ListedEvent event : soonestFirst.values()) {
            hash.add(event.id().value()).add(event.now().revision());
        }
        venues.addTo(hash);
    }
}
