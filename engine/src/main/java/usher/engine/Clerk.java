package usher.engine;

import java.util.List;
import usher.domain.Command;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.seating.Seat;
import usher.ledger.StreamId;

/// Decides what is asked of one stream, one ask after the other, into its open entry.
final class Clerk {

    private final StreamId id;
    private final Engine engine;
    private final StreamState state;

    Clerk(StreamId id, Engine engine, StreamState state) {
        this.id = id;
        this.engine = engine;
        this.state = state;
    }

    /// Decides `submission` at `atMillis`: its facts, and who waits for them, are in `open` then.
    void decide(Submission submission, long atMillis, OpenEntry open) {
        Command command = submission.ask().at(atMillis);
        switch (state.machine().decide(command)) {
            case Decision.Accepted(List<Fact> facts) -> {
                state.apply(facts);
                open.add(facts, atMillis + engine.settings().acceptWithinMillis());
                Result done = new Result.Done(state.machine().answer(command, facts));
                open.add(new Decided(submission, command, done, 0));
            }
            case Decision.Unchanged() -> {
                Result done = new Result.Done(state.machine().answer(command, List.of()));
                conclude(new Decided(submission, command, done, 0), open);
            }
            case Decision.Refused refused -> {
                List<Seat> seen = state.machine().seatsAt(refused.seats(), atMillis);
                Result no = new Result.Refused(refused.refusal(), refused.seats(), seen);
                conclude(new Decided(submission, command, no, 0), open);
            }
            case Decision.Repeated(long version) ->
                    conclude(new Decided(submission, command, null, version), open);
        }
    }

    /// Answers what made no facts: at once if it was decided on durable facts that no other node
    /// can have added to, else with the entry that it depends on.
    private void conclude(Decided decided, OpenEntry open) {
        if (open.hasFacts() || engine.ledger().isShared()) {
            open.add(decided);
        } else {
            answer(decided);
        }
    }

    /// Tells the caller of `decided` what came of it: what it depends on is durable.
    void answer(Decided decided) {
        Result result = decided.result();
        if (result != null) {
            engine.answer(decided.submission(), result);
        } else {
            engine.answerAgain(id, state.machine(), decided);
        }
    }
}
