package usher.ledger.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import usher.ledger.Signals;
import usher.ledger.StreamId;

/// Other nodes hear of everything, and are not called for each entry.
final class SignalSenderTest {

    private final StreamId first = new StreamId(new UUID(7, 1 << 20));
    private final StreamId second = new StreamId(new UUID(7, 2 << 20));
    private final StreamId third = new StreamId(new UUID(7, 3 << 20));
    private final BlockingQueue<Set<StreamId>> carried = new LinkedBlockingQueue<>();
    private final SignalSender.Carrier carrier =
            new SignalSender.Carrier() {

                @Override
                public void carry(Set<StreamId> streams) {
                    carried.add(streams);
                }

                @Override
                public void end() {
                    carried.add(Set.of());
                }
            };

    @Test
    void what_comes_during_the_pause_goes_together() throws InterruptedException {
        SignalSender sender = new SignalSender(carrier, new Signals(), TimeUnit.HOURS.toNanos(1));
        sender.start();
        sender.send(Set.of(first));
        assertEquals(Set.of(first), carried.take());

        for (StreamId stream : List.of(second, third, first)) {
            sender.send(Set.of(stream));
            assertNull(carried.poll(20, TimeUnit.MILLISECONDS));
        }
        sender.close();
        assertEquals(Set.of(first, second, third), carried.take());
        assertEquals(Set.of(), carried.take());
    }

    @Test
    void the_pause_ends() throws InterruptedException {
        SignalSender sender = new SignalSender(carrier, new Signals());
        sender.start();
        for (StreamId stream : List.of(first, second, third)) {
            sender.send(Set.of(stream));
            assertEquals(Set.of(stream), carried.take());
        }
        sender.close();
        assertEquals(Set.of(), carried.take());
    }
}
