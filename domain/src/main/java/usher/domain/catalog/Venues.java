package usher.domain.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.CorruptHistory;
import usher.domain.Fact;
import usher.domain.StateHash;
import usher.domain.UndoLog;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;

/// Every venue that was ever added.
public final class Venues {

    private final UndoLog undo;
    private final Map<VenueId, Venue> byId = new HashMap<>();
    private final NavigableMap<ListedVenue.Place, ListedVenue> byName = new TreeMap<>();
    private @Nullable List<ListedVenue> shown;

    Venues(UndoLog undo) {
        this.undo = undo;
    }

    /// The venue with this id; null: there is none.
    public @Nullable Venue find(VenueId id) {
        return byId.get(id);
    }

    public int size() {
        return byId.size();
    }

    /// All of them, by name. Never changes: it may be read by any thread.
    public List<ListedVenue> byName() {
        List<ListedVenue> known = shown;
        if (known == null) {
            known = List.copyOf(byName.values());
            shown = known;
        }
        return known;
    }

    void add(Venue venue) {
        if (byId.containsKey(venue.id())) {
            throw new CorruptHistory("added twice: venue " + venue.id());
        }
        ListedVenue listed = ListedVenue.of(venue);
        byId.put(venue.id(), venue);
        byName.put(listed.place(), listed);
        shown = null;
        if (undo.isRecording()) undo.add(() -> remove(listed));
    }

    /// What a snapshot says of `listed`, all that [#byName] had.
    static List<Fact> restate(Cause cause, List<ListedVenue> listed) {
        List<Fact> facts = new ArrayList<>(listed.size());
        for (ListedVenue each : listed) facts.add(new VenueAdded(cause, each.venue()));
        return facts;
    }

    void addTo(StateHash hash) {
        for (ListedVenue each : byName.values()) hash.add(each.place().venue().value());
    }

    private void remove(ListedVenue listed) {
        byId.remove(listed.place().venue());
        byName.remove(listed.place());
        shown = null;
    }
}
