package baseline;

import java.time.Instant;
import java.util.UUID;

/// A seat that a user has until `expiresAt`.
record Hold(UUID seatId, UUID userId, Instant expiresAt) {}
