package usher.domain.selling;

/// Somebody was let in with the ticket of a seat.
///
/// @param atMillis in milliseconds since 1970
public record CheckIn(int seat, long atMillis) {}
