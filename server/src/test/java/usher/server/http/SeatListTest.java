package usher.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.EventStatus;
import usher.domain.event.Policy;
import usher.domain.event.StatusChanged;
import usher.domain.plan.Plan;
import usher.domain.seating.States;

/// One list that several wait for. Renderings are begun by hand.
final class SeatListTest {

    private static final EventId EVENT = EventId.of(1, 1);

    private final List<Long> rendered = new ArrayList<>();
    private final Queue<Runnable> due = new ArrayDeque<>();
    private final Executor later = due::add;
    private final SeatList list =
            new SeatList(
                    EVENT,
                    (_, states) -> {
                        rendered.add(states.version());
                        return new byte[] {(byte) states.version()};
                    });

    @Test
    void a_list_is_rendered_once_for_all_who_wait() {
        Waiting ann = wait(1);
        Waiting bob = wait(1);
        runAll();
        Waiting carl = wait(1);
        assertEquals(List.of(1L), rendered);
        assertEquals(List.of(1L, 1L, 1L), versions(ann, bob, carl));
    }

    @Test
    void who_comes_while_a_list_is_rendered_gets_the_next_with_all_that_anybody_saw() {
        Waiting ann = wait(1);
        Runnable first = due.remove();
        Waiting bob = wait(3);
        Waiting carl = wait(2);
        first.run();
        assertEquals(List.of(1L), versions(ann));
        runAll();
        assertEquals(List.of(1L, 3L), rendered);
        assertEquals(List.of(3L, 3L), versions(bob, carl));
    }

    @Test
    void one_rendering_is_under_way_at_a_time() {
        wait(1);
        wait(2);
        wait(3);
        assertEquals(1, due.size());
    }

    @Test
    void what_is_at_hand_and_new_enough_is_shown_at_once() {
        wait(5);
        runAll();
        assertEquals(List.of(5L), versions(wait(4)));
        assertEquals(0, due.size());
        assertEquals(1, list.bytes());
    }

    @Test
    void when_too_many_lists_wait_the_callers_are_told_and_the_next_may_try_again() {
        Waiting ann = new Waiting();
        list.show(
                states(1),
                ann,
                _ -> {
                    throw new RejectedExecutionException();
                });
        Problem problem = assertInstanceOf(Problem.class, ann.trouble.getFirst());
        assertEquals(ProblemType.OVERLOADED, problem.type());
        Waiting bob = wait(1);
        runAll();
        assertEquals(List.of(1L), versions(bob));
    }

    @Test
    void a_list_that_cannot_be_rendered_fails_those_who_wait_for_it_and_no_others() {
        List<Runnable> tasks = new ArrayList<>();
        SeatList broken =
                new SeatList(
                        EVENT,
                        (_, states) -> {
                            if (states.version() == 1) throw new IllegalStateException("broken");
                            return new byte[0];
                        });
        Waiting ann = new Waiting();
        Waiting bob = new Waiting();
        broken.show(states(1), ann, tasks::add);
        broken.show(states(2), bob, tasks::add);
        while (!tasks.isEmpty()) tasks.removeFirst().run();
        assertEquals("broken", ann.trouble.getFirst().getMessage());
        assertEquals(List.of(2L), versions(bob));
    }

    private Waiting wait(int version) {
        Waiting waiting = new Waiting();
        list.show(states(version), waiting, later);
        return waiting;
    }

    private void runAll() {
        for (Runnable task = due.poll(); task != null; task = due.poll()) task.run();
    }

    private static List<Long> versions(Waiting... waiting) {
        List<Long> versions = new ArrayList<>();
        for (Waiting each : waiting) {
            assertEquals(1, each.lists.size());
            versions.add(each.lists.getFirst().version());
        }
        return versions;
    }

    private static States states(int version) {
        Cause cause = Cause.system(1, "test");
        EventDefinition event =
                new EventDefinition(
                        EVENT, EventDetails.of("A", Policy.DEFAULT), Plan.plain(1), Instant.EPOCH);
        BoxOffice office = new BoxOffice(event);
        office.apply(new EventOpened(cause, event));
        office.closeEntry();
        for (int i = 1; i < version; i++) {
            boolean odd = i % 2 == 1;
            office.apply(new StatusChanged(cause, odd ? EventStatus.INACTIVE : EventStatus.ACTIVE));
            office.closeEntry();
        }
        return office.states();
    }

    private static final class Waiting implements SeatList.Waiter {

        private final List<SeatList.Rendered> lists = new ArrayList<>();
        private final List<RuntimeException> trouble = new ArrayList<>();

        @Override
        public void shown(SeatList.Rendered rendered) {
            lists.add(rendered);
        }

        @Override
        public void failed(RuntimeException why) {
            trouble.add(why);
        }
    }
}
