package usher.domain.seating;

import usher.domain.EventId;

/// One seat of an event, to be shown.
public record Seat(EventId event, int number, SeatRecord record) {}
