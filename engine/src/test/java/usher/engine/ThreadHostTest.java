package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.catalog.ListEvent;
import usher.domain.holding.HoldSeats;
import usher.ledger.InMemoryLedger;
import usher.ledger.StreamId;

/// The engine on real threads.
class ThreadHostTest {

    private final List<Throwable> fatal = new CopyOnWriteArrayList<>();

    @Test
    void four_hundred_threads_that_want_one_seat_make_one_owner() throws Exception {
        try (ThreadHost host = new ThreadHost("test", 2, fatal::add)) {
            Engine engine =
                    new Engine(
                            new InMemoryLedger(InstantSource.system()),
                            host,
                            EngineSettings.DEFAULT,
                            new EngineObserver() {});
            engine.start();
            ask(
                            engine,
                            StreamId.CATALOG,
                            at ->
                                    new ListEvent(
                                            Cause.of(at, TestNode.ANN, "test"),
                                            TestNode.event(TestNode.EVENT)))
                    .get(60, TimeUnit.SECONDS);
            List<CompletableFuture<Result>> all = manyWantSeatOne(engine);
            long owners = 0;
            for (CompletableFuture<Result> told : all) {
                if (told.get(60, TimeUnit.SECONDS) instanceof Result.Done) owners++;
            }
            assertEquals(1, owners);
            engine.stop().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }
        assertEquals(List.of(), fatal);
    }

    @Test
    void tasks_run_on_one_thread_in_their_order_and_all_before_the_end() {
        List<Integer> done = new CopyOnWriteArrayList<>();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        try (ThreadHost host = new ThreadHost("test", 1, fatal::add)) {
            for (int i = 0; i < 1_000; i++) {
                int number = i;
                host.execute(
                        () -> {
                            done.add(number);
                            threads.add(Thread.currentThread());
                        });
            }
        }
        assertEquals(IntStream.range(0, 1_000).boxed().toList(), done);
        threads.forEach(thread -> assertSame(threads.getFirst(), thread));
    }

    @Test
    void a_thread_that_falls_asleep_while_its_queue_grows_hears_of_the_task() {
        AtomicLong done = new AtomicLong();
        SplittableRandom chance = new SplittableRandom(1);
        try (ThreadHost host = new ThreadHost("test", 1, fatal::add, 2)) {
            for (long given = 0; given < 500_000; ) {
                int burst = chance.nextInt(1, 7);
                for (int i = 0; i < burst; i++) host.execute(done::incrementAndGet);
                given += burst;
                spinUntil(done, given);
            }
        }
    }

    @Test
    void timers_ring_in_time() throws Exception {
        try (ThreadHost host = new ThreadHost("test", 1, fatal::add)) {
            long since = host.nanoTime();
            CompletableFuture<Long> rung = new CompletableFuture<>();
            host.executeAfter(20, () -> rung.complete(host.nanoTime()));
            assertTrue(rung.get(60, TimeUnit.SECONDS) - since >= 20_000_000);
        }
    }

    /// Without sleeping: who is woken up comes too late for the moment that is looked for.
    private static void spinUntil(AtomicLong done, long goal) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (done.get() < goal) {
            assertTrue(System.nanoTime() - until < 0, () -> "task " + goal + " is forgotten");
            Thread.onSpinWait();
        }
    }

    private static List<CompletableFuture<Result>> manyWantSeatOne(Engine engine) {
        return IntStream.range(0, 400)
                .parallel()
                .mapToObj(
                        i ->
                                ask(
                                        engine,
                                        TestNode.STREAM,
                                        at ->
                                                new HoldSeats(
                                                        Cause.of(at, user(i), "test"),
                                                        SeatSet.of(1),
                                                        0)))
                .toList();
    }

    private static CompletableFuture<Result> ask(Engine engine, StreamId stream, Ask ask) {
        CompletableFuture<Result> told = new CompletableFuture<>();
        engine.submit(stream, false, ask, told::complete);
        return told;
    }

    private static UserId user(int number) {
        return new UserId(new UUID(2, number));
    }
}
