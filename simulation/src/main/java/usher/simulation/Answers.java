package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import usher.domain.Answer;
import usher.domain.BoxOffice;
import usher.domain.Command;
import usher.domain.Decision;
import usher.domain.StateMachine;
import usher.domain.seating.States;
import usher.engine.Result;
import usher.ledger.Entry;
import usher.ledger.StreamId;

/// Compares what clients and observers are told with what is durable in that moment.
///
/// Every answer must have been right at some moment between its ask and itself: so together they
/// are linearizable (Herlihy and Wing, *Linearizability: A Correctness Condition for Concurrent
/// Objects*, 1990).
final class Answers {

    private record Seen(Life life, StreamId stream) {}

    private final World world;
    private final Judge judge;
    private final Map<Seen, Long> versionsTold = new HashMap<>();

    Answers(World world, Judge judge) {
        this.world = world;
        this.judge = judge;
    }

    /// The ask reaches the process that is to answer it.
    void asked(Asked asked) {
        boolean exists = judge.exists(asked.stream());
        long head = exists ? judge.history(asked.stream()).version() : 0;
        asked.began(world.time().nanos(), head, exists);
        judge.expect(asked);
        world.totals().asked();
    }

    /// `asked` is answered now by `life`, with `result`.
    void answered(Life life, Asked asked, Result result) {
        world.trace().note(asked.request() + " is told: " + Brief.of(result));
        unless(
                asked.state() == Asked.State.OPEN,
                "%s is answered a second time: %s",
                asked,
                result);
        asked.become(Asked.State.ANSWERED);
        switch (result) {
            case Result.Done(Answer answer) -> mustBeDone(asked, answer);
            case Result.Refused no ->
                    mustFollow(asked, new Decision.Refused(no.refusal(), no.seats()), result);
            case Result.EventNotFound() ->
                    unless(!asked.existsAtAsk(), "%s is told that there is no such event", asked);
            case Result.Overloaded() -> {
                mustNotHappen(asked, result);
                mustNotStarve(life, asked);
            }
            case Result.Unavailable(String _, boolean outcomeUnknown) -> {
                if (!outcomeUnknown) mustNotHappen(asked, result);
                unless(
                        !world.isFineSince(asked.askedNanos(), life),
                        "%s is told %s, although all is well",
                        asked,
                        result);
            }
        }
    }

    private void mustBeDone(Asked asked, Answer answer) {
        Asked maker = asked.madeIn() > 0 ? asked : judge.makerLike(asked);
        if (maker != null && answer.equals(maker.madeAnswer())) return;
        unless(
                asked.madeIn() == 0,
                "%s is told %s, but what it did was %s",
                asked,
                answer,
                asked.madeAnswer());
        Command command = asked.lastCommand();
        unless(
                judge.history(asked.stream())
                        .wasEver(
                                asked.headAtAsk(),
                                state ->
                                        state.decide(command) instanceof Decision.Unchanged
                                                && state.answer(command, List.of()).equals(answer)),
                "%s is told %s, but nothing of it is durable, nor was it so already",
                asked,
                answer);
    }

    private void mustFollow(Asked asked, Decision decision, Result result) {
        mustNotHappen(asked, result);
        Command command = asked.lastCommand();
        unless(
                judge.exists(asked.stream())
                        && judge.history(asked.stream())
                                .wasEver(
                                        asked.headAtAsk(),
                                        state -> state.decide(command).equals(decision)),
                "%s is told %s, which was not so at any moment since entry %d",
                asked,
                result,
                asked.headAtAsk());
    }

    private static void mustNotHappen(Asked asked, Result result) {
        unless(asked.madeIn() == 0, "%s is told %s, but it was done", asked, result);
        asked.mustNotHappen();
    }

    /// Nobody waits in vain for his turn while nothing is wrong.
    private void mustNotStarve(Life life, Asked asked) {
        long waited = world.time().nanos() - asked.askedNanos();
        long patience = world.scenario().settings().answerWithinMillis() * VirtualTime.MILLIS;
        unless(
                waited < patience || !world.isFineSince(asked.askedNanos(), life),
                "%s waits in vain, although all is well",
                asked);
    }

    /// `life` tells the world of `entry`, as durable and next.
    void published(Life life, Entry entry) {
        StreamId stream = entry.stream();
        History history = judge.history(stream);
        unless(
                entry.version() <= history.version()
                        && history.entries().get((int) entry.version() - 1).equals(entry),
                "%s publishes %s, which is not durable",
                life,
                entry);
        tells(life, stream, entry.version());
    }

    /// `life` shows `states`, its newest.
    void shown(Life life, StreamId stream, States states) {
        History history = judge.history(stream);
        unless(states.version() <= history.version(), "%s shows what is not durable", life);
        long told = versionsTold.getOrDefault(new Seen(life, stream), 0L);
        unless(states.version() >= told, "%s shows less than it told before", life);
        tells(life, stream, states.version());
        StateMachine then =
                states.version() == history.version()
                        ? history.head()
                        : history.at(states.version());
        States right = ((BoxOffice) then).states();
        for (int seat = 1; seat <= right.total(); seat++) {
            unless(
                    right.of(seat) == states.of(seat),
                    "%s shows seat %d as %s at version %d",
                    life,
                    seat,
                    states.of(seat),
                    states.version());
        }
    }

    private void tells(Life life, StreamId stream, long version) {
        versionsTold.merge(new Seen(life, stream), version, Math::max);
    }
}
