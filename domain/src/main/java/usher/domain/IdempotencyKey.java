package usher.domain;

/// A client's `Idempotency-Key` as it is remembered: hashes, never the words themselves.
///
/// @param high the first 64 bits of a hash of the user and the key
/// @param low the next 64 bits of it
/// @param body 64 bits of a hash of the request, to notice another request under the same key
public record IdempotencyKey(long high, long low, long body) {}
