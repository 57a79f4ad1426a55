package usher.domain;

import java.util.List;

/// What a state machine says to a command.
public sealed interface Decision {

    /// Yes: `facts`, in this order, become true. Never empty.
    record Accepted(List<Fact> facts) implements Decision {}

    /// Yes, and it is so already: nothing happens.
    record Unchanged() implements Decision {}

    /// The very same request made facts before, in entry `version`; its answer is given again.
    record Repeated(long version) implements Decision {}

    /// No: `refusal` names the rule, `seats` the seats that break it (none: it is not about seats).
    record Refused(Refusal refusal, SeatSet seats) implements Decision {}

    static Decision accepted(Fact fact) {
        return new Accepted(List.of(fact));
    }

    static Decision unchanged() {
        return new Unchanged();
    }

    static Refused refused(Refusal refusal) {
        return new Refused(refusal, SeatSet.none());
    }

    static Decision refused(Refusal refusal, SeatSet seats) {
        return new Refused(refusal, seats);
    }
}
