package usher.bench.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import usher.bench.office.History;
import usher.bench.server.DataFolder;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;

/// What the ledger says: every fact that it has, folded by a box office.
final class LedgerTruth implements Truth {

    private final List<BoxOffice> offices;

    private LedgerTruth(List<BoxOffice> offices) {
        this.offices = offices;
    }

    /// Reads `events` from a ledger that no server has open.
    static LedgerTruth read(DataFolder data, List<UUID> events) {
        try (History history = History.open(data.database())) {
            return read(history, events);
        }
    }

    /// Reads `events`.
    static LedgerTruth read(History history, List<UUID> events) {
        List<BoxOffice> offices = new ArrayList<>(events.size());
        for (UUID event : events) {
            offices.add(office(history, new EventId(event)));
        }
        return new LedgerTruth(offices);
    }

    @Override
    public Place place(int event, int seat) {
        SeatRecord record = offices.get(event).seat(seat).record();
        UserId owner = record.owner();
        if (record.status() == SeatStatus.AVAILABLE || owner == null) return Place.AVAILABLE;
        return new Place(word(record.status()), owner.value());
    }

    /// The status of each seat of an event, by ascending number, as the API would say it.
    List<String> statuses(int event) {
        BoxOffice office = offices.get(event);
        List<String> statuses = new ArrayList<>();
        for (int seat = 1; office.hasSeat(seat); seat++) {
            statuses.add(place(event, seat).status());
        }
        return statuses;
    }

    private static BoxOffice office(History history, EventId id) {
        for (EventDefinition event : history.events()) {
            if (event.id().equals(id)) return (BoxOffice) history.load(event).state();
        }
        throw new IllegalStateException("the ledger has lost event " + id);
    }

    private static String word(SeatStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
