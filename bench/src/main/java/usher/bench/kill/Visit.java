package usher.bench.kill;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// A visitor's journal: he holds some seats of one event, all or none, and may then reserve or
/// release the first of them. Nobody else is the same user, so whatever he has is from here.
final class Visit {

    /// What he does with the first seat once he holds them.
    enum Then {
        LEAVE,
        RESERVE,
        RELEASE
    }

    /// What he knows of something that he may have asked for.
    enum Known {
        NOT_ASKED,
        /// Asked and not answered: it may have been done or not.
        UNKNOWN,
        DONE,
        REFUSED
    }

    private final int event;
    private final UUID user;
    private final int[] seats;
    private final Then then;
    private Known held = Known.NOT_ASKED;
    private Known thenDone = Known.NOT_ASKED;

    /// @param event the event, counted from 0
    /// @param seats one or more seat numbers, each once
    Visit(int event, UUID user, int[] seats, Then then) {
        this.event = event;
        this.user = user;
        this.seats = seats;
        this.then = then;
    }

    int event() {
        return event;
    }

    UUID user() {
        return user;
    }

    List<Integer> seats() {
        return Arrays.stream(seats).boxed().toList();
    }

    int firstSeat() {
        return seats[0];
    }

    Then then() {
        return then;
    }

    Known held() {
        return held;
    }

    Known thenDone() {
        return thenDone;
    }

    /// Whether he has something more to ask.
    boolean goesOn() {
        return held == Known.DONE && then != Then.LEAVE && thenDone == Known.NOT_ASKED;
    }

    /// He asks for the next thing; from now on it is unknown.
    void asks() {
        if (held == Known.NOT_ASKED) {
            held = Known.UNKNOWN;
        } else {
            thenDone = Known.UNKNOWN;
        }
    }

    /// What he asked last was done, or refused.
    void isTold(boolean done) {
        Known known = done ? Known.DONE : Known.REFUSED;
        if (thenDone == Known.UNKNOWN) {
            thenDone = known;
        } else {
            held = known;
        }
    }

    @Override
    public String toString() {
        return "user %s at event %d, seats %s: hold %s, then %s %s"
                .formatted(user, event, Arrays.toString(seats), held, then, thenDone);
    }
}
