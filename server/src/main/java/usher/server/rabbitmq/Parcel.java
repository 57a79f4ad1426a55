package usher.server.rabbitmq;

/// One message that was published, until the broker has said what became of it.
///
/// @param entry the number of its entry in the shipment
/// @param id the message's, the same each time that it is sent
/// @param sentNanos when it was published, by the monotonic clock
record Parcel(Shipment shipment, int entry, String id, String key, long sentNanos) {}
