package baseline;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Putting events on sale.
///
/// Ids follow Usher's rule, so that the same load fits: the 20 lowest bits of an event's id are
/// zero, and hold the seat's number in the id of a seat.
@RestController
class EventsController {

    private static final long SEAT_BITS = 0xFFFFF;

    private static final String SEATS =
            """
            INSERT INTO seat (id, event_id, number)
            SELECT (left(?, 31) || lpad(to_hex(number), 5, '0'))::uuid, ?, number
            FROM generate_series(1, ?) AS number
            """;

    private final JdbcClient database;

    EventsController(JdbcClient database) {
        this.database = database;
    }

    /// What an event allows one user.
    record Policy(int heldSeatsPerUser, int holdSeconds) {}

    /// An event that is wanted.
    record NewEvent(String name, int totalSeats, Policy policy) {}

    @PostMapping("/v1/events")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Map<String, UUID> create(@RequestBody NewEvent event) {
        UUID random = UUID.randomUUID();
        long low = random.getLeastSignificantBits() & ~SEAT_BITS;
        UUID id = new UUID(random.getMostSignificantBits(), low);
        database.sql("INSERT INTO event VALUES (?, ?, ?, ?)")
                .param(id)
                .param(event.name())
                .param(event.policy().holdSeconds())
                .param(event.policy().heldSeatsPerUser())
                .update();
        database.sql(SEATS).param(id.toString()).param(id).param(event.totalSeats()).update();
        return Map.of("id", id);
    }
}
