package usher.domain.seating;

import usher.domain.event.EventDefinition;

/// One seat of an event, to be shown.
public record Seat(EventDefinition event, int number, SeatRecord record) {

    /// The seat as it is at `atMillis`, whether or not it is written down yet that a hold ran out.
    public Seat at(long atMillis) {
        boolean isFree = record.isFreeAt(atMillis);
        return isFree ? new Seat(event, number, SeatRecord.expired(record.owner())) : this;
    }
}
