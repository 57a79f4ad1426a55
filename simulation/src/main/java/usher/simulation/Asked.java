package usher.simulation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.IdempotencyKey;
import usher.domain.UserId;
import usher.ledger.StreamId;

/// One ask of one client, and all that the [Judge] must know of it to say whether its answer is
/// true.
///
/// Each has a request id of its own; those that a client sends again share an idempotency key.
final class Asked {

    /// How it stands with an ask, for its client.
    enum State {
        /// Nothing is known yet.
        OPEN,
        /// It was answered.
        ANSWERED,
        /// Nobody will ever answer: whoever was to do it is dead.
        ABANDONED
    }

    private final String request;
    private final UserId user;
    private final StreamId stream;
    private final Function<Cause, Command> wish;
    private final @Nullable IdempotencyKey once;

    private State state = State.OPEN;
    private long askedNanos;
    private long headAtAsk;
    private boolean existsAtAsk;
    private long decidedAtMillis;
    private boolean mustNotHappen;
    private long madeIn;
    private @Nullable Answer madeAnswer;

    Asked(
            String request,
            UserId user,
            StreamId stream,
            Function<Cause, Command> wish,
            @Nullable IdempotencyKey once) {
        this.request = request;
        this.user = user;
        this.stream = stream;
        this.wish = wish;
        this.once = once;
    }

    String request() {
        return request;
    }

    StreamId stream() {
        return stream;
    }

    @Nullable IdempotencyKey once() {
        return once;
    }

    /// It reached the process that is to answer, when the stream's durable head was `head`.
    void began(long nanos, long head, boolean exists) {
        askedNanos = nanos;
        headAtAsk = head;
        existsAtAsk = exists;
    }

    long askedNanos() {
        return askedNanos;
    }

    /// The last entry that was durable when it was asked.
    long headAtAsk() {
        return headAtAsk;
    }

    /// Whether the event that it is about was listed when it was asked.
    boolean existsAtAsk() {
        return existsAtAsk;
    }

    /// The command, for the engine, which decides it now.
    Command decidedAt(long atMillis) {
        decidedAtMillis = atMillis;
        return command(atMillis);
    }

    Command command(long atMillis) {
        return wish.apply(new Cause(atMillis, user, request, once));
    }

    /// The command as the engine decided it last.
    Command lastCommand() {
        return command(decidedAtMillis);
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    /// Its client was told that nothing was done.
    void mustNotHappen() {
        mustNotHappen = true;
    }

    boolean mayHappen() {
        return !mustNotHappen;
    }

    /// It made facts, in entry `version`; `answer` is what its client must be told.
    void made(long version, Answer answer) {
        madeIn = version;
        madeAnswer = answer;
    }

    /// The entry that has its facts; 0 if there is none.
    long madeIn() {
        return madeIn;
    }

    @Nullable Answer madeAnswer() {
        return madeAnswer;
    }

    @Override
    public String toString() {
        return request + " " + command(decidedAtMillis);
    }
}
