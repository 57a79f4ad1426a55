package usher.domain;

/// A key under which facts were made: in which entry of the stream, and when.
///
/// @param key the key and a hash of its request
/// @param version the entry that holds the facts
/// @param atMillis when, in milliseconds since 1970
public record RememberedKey(IdempotencyKey key, long version, long atMillis) {}
