package usher.server.http;

import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jctools.queues.MpscUnboundedArrayQueue;
import usher.engine.Engine;
import usher.ledger.JsonBytes;

/// What lies between one event loop and the engine's thread.
///
/// A wake-up costs as much as a request. So the engine's bell is rung once for all that one turn
/// of the loop has asked, and all that the engine answers while the loop is busy comes back in
/// one task. What has to be written is worth a ring now and then before: callers who are answered
/// together come back together, and while the loop receives all of them nobody would write, and
/// then nobody receive.
final class EventLoopLink {

    private static final int QUEUE_CHUNK = 256;
    private static final int ANSWER_BYTES = 512;
    private static final int ASKS_PER_RING = 8;

    private final EventLoop loop;
    private final Engine engine;
    private final MpscUnboundedArrayQueue<Exchange> answered =
            new MpscUnboundedArrayQueue<>(QUEUE_CHUNK);
    private final AtomicBoolean deliveryIsDue = new AtomicBoolean();
    private final JsonBytes json = new JsonBytes(ANSWER_BYTES);
    private int asks;

    EventLoopLink(EventLoop loop, Engine engine) {
        this.loop = loop;
        this.engine = engine;
    }

    /// Something was offered to the engine: rings soon, at the end of this turn at the latest. Only
    /// on the loop.
    void asked() {
        if (asks == 0) loop.execute(this::ring);
        asks++;
        if (asks % ASKS_PER_RING == 0) engine.ringEarly();
    }

    /// `exchange` has its result: finishes it on the loop. Any thread.
    void answered(Exchange exchange) {
        answered.offer(exchange);
        // Always an exchange: a mere look may overtake the store by which a growing queue publishes
        // the answer, and then nobody would deliver it before the next one.
        if (!deliveryIsDue.getAndSet(true)) loop.execute(this::deliver);
    }

    /// Runs `task` on the loop. Any thread.
    void execute(Runnable task) {
        loop.execute(task);
    }

    /// An empty buffer to render an answer in. Only on the loop.
    JsonBytes json() {
        return json.clear();
    }

    private void ring() {
        asks = 0;
        engine.ring();
    }

    private void deliver() {
        deliveryIsDue.set(false);
        for (Exchange next = answered.poll(); next != null; next = answered.poll()) {
            next.finish();
        }
    }
}
