package usher.server.door;

import java.util.List;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// What is told of a ticket with which somebody came in before: who scans only looks at the status
/// must not let a second one in.
final class CameBefore {

    private CameBefore() {}

    static Problem problem(Answer.CheckedIn in) {
        EventId event = in.seat().event().id();
        int seat = in.seat().number();
        String label = in.seat().event().plan().label(seat);
        return new Problem(
                ProblemType.ALREADY_CHECKED_IN,
                "Somebody came in with it at checkedInAt.",
                List.of(new Problem.SeatError(event.seat(seat), seat, label, "already-checked-in")),
                new Problem.Moment("checkedInAt", in.checkIn().atMillis()));
    }
}
