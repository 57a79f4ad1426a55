package usher.server.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.choosing.BestPlaces;
import usher.domain.event.Policy;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.plan.Section;

/// What the body of a hold of several seats asks for: `{seats}`, or `{bestAvailable}` for the best
/// that there are, both with `{holdSeconds}`.
final class WantedHolds {

    private static final int SEATS_MAX = 1000;

    private WantedHolds() {}

    /// The command that `body` is, but for its cause.
    ///
    /// @throws Problem naming each field that is wrong, and every id that is no seat's
    static Function<Cause, Command> in(byte[] body, EventId event) {
        Fields fields = Fields.of(body);
        int seconds = fields.integer("holdSeconds", 1, Policy.HOLD_SECONDS_MAX, 0);
        @Nullable Fields best = fields.optionalObject("bestAvailable");
        Function<Cause, Command> wanted =
                best == null ? seats(fields, event, seconds) : best(best, seconds);
        if (best != null && fields.has("seats")) {
            fields.wrong("seats", "must be left out where bestAvailable is asked for");
        }
        fields.done();
        return wanted;
    }

    private static Function<Cause, Command> seats(Fields fields, EventId event, int seconds) {
        SeatSet seats = SeatIds.read(fields, event, SEATS_MAX);
        return cause -> new HoldSeats(cause, seats, seconds);
    }

    private static Function<Cause, Command> best(Fields fields, int seconds) {
        @Nullable String tier = fields.optionalText("tier", Section.NAME_LENGTH_MAX);
        int quantity = fields.integer("quantity", 1, BestPlaces.QUANTITY_MAX);
        boolean accessible = fields.flag("accessible");
        fields.refuseUnknown();
        return cause -> new HoldBestSeats(cause, tier, quantity, accessible, seconds);
    }
}
