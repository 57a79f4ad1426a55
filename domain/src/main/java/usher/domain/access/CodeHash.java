package usher.domain.access;

/// An access code as it is remembered: the first 128 bits of a hash of it and its event.
public record CodeHash(long high, long low) {}
