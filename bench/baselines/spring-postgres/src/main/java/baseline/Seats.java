package baseline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The seats in the database.
///
/// A hold is one transaction of two statements: the first locks the seat's row, the second writes
/// the hold. The limit of seats per user is about many rows, so the first also takes a lock for
/// this user in this event: two requests of one user at once cannot both count themselves in.
/// Every transaction takes these two locks in the same order. The clock is the database's.
@Repository
class Seats {

    private static final String LOCK =
            """
            SELECT seat.held_by, seat.held_until, seat.held_until > clock_timestamp() AS is_held,
                   event.hold_seconds, event.held_seats_max, pg_advisory_xact_lock(?)
            FROM seat JOIN event ON event.id = seat.event_id
            WHERE seat.id = ? AND seat.event_id = ?
            FOR UPDATE OF seat
            """;

    private static final String HOLD =
            """
            UPDATE seat
            SET held_by = ?, held_until = clock_timestamp() + make_interval(secs => ?)
            WHERE id = ? AND (? = 0 OR ? > (
                SELECT count(*) FROM seat
                WHERE event_id = ? AND held_by = ? AND held_until > clock_timestamp()))
            RETURNING held_until
            """;

    private final JdbcClient database;

    Seats(JdbcClient database) {
        this.database = database;
    }

    /// Holds a seat for a user; if he holds it already, this is his hold.
    @Transactional
    public Hold hold(UUID event, UUID seat, UUID user) {
        Row row = lock(event, seat, user);
        if (!row.isHeld) return new Hold(seat, user, write(row, event, seat, user));
        if (row.heldBy.equals(user)) return new Hold(seat, user, row.heldUntil);
        throw Refusal.seatUnavailable();
    }

    private Row lock(UUID event, UUID seat, UUID user) {
        return database.sql(LOCK)
                .param(lockNumber(event, user))
                .param(seat)
                .param(event)
                .query(Row::of)
                .optional()
                .orElseThrow(Refusal::seatNotFound);
    }

    private Instant write(Row row, UUID event, UUID seat, UUID user) {
        return database.sql(HOLD)
                .param(user)
                .param(row.holdSeconds)
                .param(seat)
                .param(row.heldSeatsMax)
                .param(row.heldSeatsMax)
                .param(event)
                .param(user)
                .query(OffsetDateTime.class)
                .optional()
                .orElseThrow(Refusal::holdLimitReached)
                .toInstant();
    }

    /// Equal for equal users of equal events. Different ones that share a number wait for each
    /// other, no more.
    private static long lockNumber(UUID event, UUID user) {
        return 31 * event.getMostSignificantBits()
                ^ event.getLeastSignificantBits()
                ^ 31 * user.getMostSignificantBits()
                ^ user.getLeastSignificantBits();
    }

    /// A seat and what its event allows.
    private record Row(
            UUID heldBy, Instant heldUntil, boolean isHeld, int holdSeconds, int heldSeatsMax) {

        static Row of(ResultSet row, int number) throws SQLException {
            OffsetDateTime until = row.getObject("held_until", OffsetDateTime.class);
            return new Row(
                    row.getObject("held_by", UUID.class),
                    until == null ? null : until.toInstant(),
                    row.getBoolean("is_held"),
                    row.getInt("hold_seconds"),
                    row.getInt("held_seats_max"));
        }
    }
}
