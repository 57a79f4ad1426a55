package usher.bench.seed;

import java.util.UUID;

/// An event as its server lists it.
public record EventOnSale(UUID id, String name, int totalSeats) {}
