package usher.server.analytics;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import usher.domain.Fact;
import usher.domain.analytics.Analytics;
import usher.domain.event.EventDefinition;
import usher.domain.venue.Location;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.server.http.LocalTimes;

/// The figures of one event, and the entry up to which they are told.
///
/// It reads the event's stream from the ledger: all of it the first time, then what is new. Blocks;
/// thread-safe.
final class Follower {

    private static final int ENTRIES_AT_ONCE = 512;

    private final EventDefinition event;
    private final Ledger ledger;
    private Analytics analytics;
    private Position position = Position.START;

    Follower(EventDefinition event, Ledger ledger) {
        this.event = event;
        this.ledger = ledger;
        this.analytics = fresh();
    }

    /// What `look` makes of the figures as of the last entry in the ledger.
    ///
    /// @throws usher.ledger.LedgerException if the ledger cannot be read
    synchronized <T> T now(Function<Figures, T> look) {
        catchUp();
        return look.apply(new Figures(event, analytics, position.version()));
    }

    /// The zone whose hours and days are counted: that of the venue.
    static ZoneId zone(EventDefinition event) {
        Location location = event.location();
        return location == null ? ZoneOffset.UTC : LocalTimes.zone(location);
    }

    private void catchUp() {
        StreamId stream = StreamId.of(event.id());
        Position head = ledger.heads().of(stream);
        boolean isOther = head.version() == position.version() && !head.equals(position);
        if (head.version() < position.version() || isOther) begin();
        while (position.version() < head.version()) {
            List<Entry> page = ledger.read(stream, position.version(), ENTRIES_AT_ONCE);
            if (page.isEmpty()) return;
            page.forEach(this::apply);
        }
    }

    private void apply(Entry entry) {
        try {
            for (Fact fact : entry.facts()) analytics.apply(fact);
            position = entry.position();
        } catch (RuntimeException half) {
            begin();
            throw half;
        }
    }

    /// The ledger fell back behind what was read: from the first entry again.
    private void begin() {
        analytics = fresh();
        position = Position.START;
    }

    private Analytics fresh() {
        return new Analytics(event.plan(), zone(event));
    }
}
