package usher.domain.seating;

import org.jspecify.annotations.Nullable;
import usher.domain.CorruptHistory;
import usher.domain.UserId;

/// All that is known of one seat at one moment. Times are milliseconds since 1970.
///
/// @param owner who holds or reserved it; of an available seat, whose hold of it expired last;
///     nobody of a blocked one
/// @param sinceMillis since when it is held or reserved; 0 if nobody has it
/// @param untilMillis until when it is held; 0 unless it is
/// @param refreshesUsed how often its hold was refreshed
public record SeatRecord(
        SeatStatus status,
        @Nullable UserId owner,
        long sinceMillis,
        long untilMillis,
        int refreshesUsed) {

    /// How long a hold may last in all, its refreshes included: 24 days, to fit into 31 bits.
    static final long HOLD_MILLIS_MAX = Integer.MAX_VALUE;

    /// How often a hold may be refreshed, to fit into a byte.
    static final int REFRESHES_USED_MAX = Byte.MAX_VALUE;

    /// A seat that nobody has, and whose last hold, if any, did not expire.
    public static final SeatRecord FREE = new SeatRecord(SeatStatus.AVAILABLE, null, 0, 0, 0);

    /// A seat that nobody has and nobody can get.
    public static final SeatRecord BLOCKED = new SeatRecord(SeatStatus.BLOCKED, null, 0, 0, 0);

    public SeatRecord {
        boolean isTaken = status == SeatStatus.HELD || status == SeatStatus.RESERVED;
        if (isTaken && owner == null) {
            throw new CorruptHistory("a seat is " + status + " and nobody has it");
        }
        long heldMillis = status == SeatStatus.HELD ? untilMillis - sinceMillis : 1;
        if (heldMillis < 1 || heldMillis > HOLD_MILLIS_MAX) {
            throw new CorruptHistory("a hold lasts " + heldMillis + " ms");
        }
        if (refreshesUsed < 0 || refreshesUsed > REFRESHES_USED_MAX) {
            throw new CorruptHistory("a hold is refreshed " + refreshesUsed + " times");
        }
    }

    public static SeatRecord held(UserId owner, long sinceMillis, long untilMillis) {
        return new SeatRecord(SeatStatus.HELD, owner, sinceMillis, untilMillis, 0);
    }

    public static SeatRecord reserved(UserId owner, long sinceMillis) {
        return new SeatRecord(SeatStatus.RESERVED, owner, sinceMillis, 0, 0);
    }

    /// A free seat that remembers whose hold of it ran out.
    public static SeatRecord expired(@Nullable UserId lastOwner) {
        return new SeatRecord(SeatStatus.AVAILABLE, lastOwner, 0, 0, 0);
    }

    public SeatRecord refreshedUntil(long millis) {
        return new SeatRecord(
                status, owner, sinceMillis, Math.max(untilMillis, millis), refreshesUsed + 1);
    }

    /// Whether anybody may take it at `atMillis`: a hold counts until just before its end.
    public boolean isFreeAt(long atMillis) {
        return status == SeatStatus.AVAILABLE
                || (status == SeatStatus.HELD && untilMillis <= atMillis);
    }

    public boolean isHeldBy(UserId user, long atMillis) {
        return status == SeatStatus.HELD && user.equals(owner) && atMillis < untilMillis;
    }

    public boolean isReservedBy(UserId user) {
        return status == SeatStatus.RESERVED && user.equals(owner);
    }

    /// Whether the last that happened to it is that a hold of `user` ran out.
    public boolean wasHeldBy(UserId user, long atMillis) {
        return isFreeAt(atMillis) && user.equals(owner);
    }
}
