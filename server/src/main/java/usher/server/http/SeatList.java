package usher.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.seating.States;

/// One list of the seats of one event, as it was rendered last.
///
/// However many ask for it at the same time, one rendering is under way at most: who comes while it
/// is waits for the next, which shows the newest state that any of them saw. So nobody is shown
/// less than what he knew. Thread-safe.
final class SeatList {

    /// The list at a version.
    static final class Rendered {

        private final long version;
        private final byte[] body;

        Rendered(long version, byte[] body) {
            this.version = version;
            this.body = body;
        }

        long version() {
            return version;
        }

        /// The JSON; not to be changed.
        byte[] body() {
            return body;
        }
    }

    /// Somebody who waits for a rendering. Told once, on any thread.
    interface Waiter {

        void shown(Rendered list);

        void failed(RuntimeException trouble);
    }

    private final EventId event;
    private final SeatRendering rendering;
    private @Nullable Rendered last;
    private @Nullable Round next;
    private boolean isRendering;

    SeatList(EventId event, SeatRendering rendering) {
        this.event = event;
        this.rendering = rendering;
    }

    /// Shows `waiter` the list as of `seen` or later, rendered by `renderers` if it is not at hand.
    void show(States seen, Waiter waiter, Executor renderers) {
        Rendered atHand = join(seen, waiter);
        if (atHand != null) {
            waiter.shown(atHand);
        } else {
            begin(renderers);
        }
    }

    /// How many bytes are kept here.
    synchronized int bytes() {
        return last == null ? 0 : last.body().length;
    }

    /// The list, if it is new enough; else `waiter` is in the next round.
    private synchronized @Nullable Rendered join(States seen, Waiter waiter) {
        if (last != null && isNewEnough(last, seen)) return last;
        if (next == null) next = new Round(seen);
        next.join(seen, waiter);
        return null;
    }

    private boolean isNewEnough(Rendered list, States seen) {
        return rendering.isEverlasting() || list.version() >= seen.version();
    }

    /// Begins the next round, unless one is under way or nobody waits.
    private void begin(Executor renderers) {
        Round round = takeNext();
        if (round == null) return;
        try {
            renderers.execute(() -> run(round, renderers));
        } catch (RejectedExecutionException e) {
            end(round, null);
            round.tell(waiter -> waiter.failed(tooManyLists()));
        }
    }

    private void run(Round round, Executor renderers) {
        try {
            States states = round.states;
            Rendered list = new Rendered(states.version(), rendering.render(event, states));
            end(round, list);
            round.tell(waiter -> waiter.shown(list));
        } catch (RuntimeException mistake) {
            end(round, null);
            round.tell(waiter -> waiter.failed(mistake));
        }
        begin(renderers);
    }

    private synchronized @Nullable Round takeNext() {
        if (isRendering || next == null) return null;
        isRendering = true;
        Round taken = next;
        next = null;
        return taken;
    }

    /// `round` is over; whom its list serves as well need not wait for the next.
    private synchronized void end(Round round, @Nullable Rendered list) {
        isRendering = false;
        if (list == null) return;
        last = list;
        if (next != null && next.states.version() <= list.version()) {
            round.waiters.addAll(next.waiters);
            next = null;
        }
    }

    private static Problem tooManyLists() {
        return new Problem(ProblemType.OVERLOADED, "Try again in a second.");
    }

    /// A rendering that is to come, and who waits for it.
    private static final class Round {

        private final List<Waiter> waiters = new ArrayList<>();
        private States states;

        Round(States states) {
            this.states = states;
        }

        void join(States seen, Waiter waiter) {
            if (seen.version() > states.version()) states = seen;
            waiters.add(waiter);
        }

        void tell(Consumer<Waiter> news) {
            waiters.forEach(news);
        }
    }
}
