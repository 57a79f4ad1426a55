package baseline;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Holding a seat.
@RestController
class SeatsController {

    private final Seats seats;

    SeatsController(Seats seats) {
        this.seats = seats;
    }

    @PostMapping("/v1/events/{eventId}/seats/{seatId}/hold")
    Hold hold(
            @PathVariable UUID eventId,
            @PathVariable UUID seatId,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
        return seats.hold(eventId, seatId, Token.userIn(authorization));
    }
}
