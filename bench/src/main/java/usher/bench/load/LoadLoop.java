package usher.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Asks what a [Script] says when a [Schedule] says so, over some connections, on one thread.
///
/// A request that is due while every connection waits for an answer is sent once one is free, and
/// its latency counts from when it was due. After the end of the schedule the answers under way
/// are waited for; what is not answered within [#DRAIN_NANOS] counts as unanswered.
public final class LoadLoop implements AutoCloseable {

    /// How long a request of a [Script] may be.
    public static final int REQUEST_BYTES_MAX = 16_384;

    private static final int READ_BYTES = 65_536;
    private static final long DRAIN_NANOS = 10_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long SELECT_MILLIS_MAX = 100;

    /// Between two requests that are due within a millisecond, answers are looked at this often: a
    /// selector's timeout has no finer grain, and spinning would take the server's processor.
    private static final long NAP_NANOS = 50_000;

    private final Schedule schedule;
    private final Script script;
    private final Tally tally = new Tally();
    private final Selector selector;
    private final List<Connection> connections;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private final ByteBuffer request = ByteBuffer.allocateDirect(REQUEST_BYTES_MAX);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(READ_BYTES);
    private final Consumer<SelectionKey> ready = this::receive;
    private long asked;
    private int alive;
    private boolean isDry;

    private LoadLoop(
            List<InetSocketAddress> servers, int connectionCount, Schedule schedule, Script script)
            throws IOException {
        this.schedule = schedule;
        this.script = script;
        this.selector = Selector.open();
        this.connections = new ArrayList<>(connectionCount);
        for (int i = 0; i < connectionCount; i++) {
            connections.add(Connection.open(i, servers.get(i % servers.size()), selector));
        }
        idle.addAll(connections);
        alive = connectionCount;
    }

    /// Connects, runs the whole load, disconnects.
    public static Tally run(
            InetSocketAddress server, int connections, Schedule schedule, Script script)
            throws IOException {
        return run(List.of(server), connections, schedule, script);
    }

    /// The same over connections that take turns among `servers`.
    static Tally run(
            List<InetSocketAddress> servers, int connections, Schedule schedule, Script script)
            throws IOException {
        try (LoadLoop loop = new LoadLoop(servers, connections, schedule, script)) {
            loop.run();
            return loop.tally;
        }
    }

    @Override
    public void close() throws IOException {
        connections.forEach(Connection::close);
        selector.close();
    }

    private void run() throws IOException {
        schedule.begin(System.nanoTime());
        while (true) {
            long now = System.nanoTime();
            sendDue(now);
            if (isOver(now)) break;
            await(now);
        }
        giveUp(System.nanoTime());
    }

    private boolean isOver(long now) {
        if (alive == 0 || now - schedule.endNanos() > DRAIN_NANOS) return true;
        return idle.size() == alive && (isDry || schedule.endsBefore(asked, now));
    }

    private void sendDue(long now) {
        while (!isDry && !idle.isEmpty() && schedule.isDue(asked, now)) {
            Connection connection = idle.pollFirst();
            request.clear();
            if (!script.ask(connection.index(), request)) {
                isDry = true;
                tally.ranDry();
                idle.addFirst(connection);
                return;
            }
            request.flip();
            send(connection, now);
        }
    }

    private void send(Connection connection, long now) {
        long due = schedule.dueNanos(asked++, now);
        try {
            connection.send(request, due);
        } catch (IOException e) {
            lose(connection);
        }
    }

    private void await(long now) throws IOException {
        long wait = idle.isEmpty() || isDry ? Long.MAX_VALUE : schedule.nanosUntil(asked, now);
        if (wait >= NANOS_PER_MILLI) {
            selector.select(ready, Math.min(wait / NANOS_PER_MILLI, SELECT_MILLIS_MAX));
        } else if (selector.selectNow(ready) == 0) {
            LockSupport.parkNanos(Math.min(wait, NAP_NANOS));
            selector.selectNow(ready);
        }
    }

    private void receive(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (connection.receive(answer)) complete(connection);
        } catch (AnswerParser.MalformedAnswer e) {
            tally.malformedAnswer();
            lose(connection);
        } catch (IOException e) {
            lose(connection);
        }
    }

    private void complete(Connection connection) {
        long now = System.nanoTime();
        int status = connection.status();
        boolean isExpected = script.answered(connection.index(), status);
        boolean isInTime = now - schedule.endNanos() <= 0;
        tally.answered(status, isExpected, now - connection.dueNanos(), isInTime);
        idle.addLast(connection);
        sendDue(now);
    }

    private void lose(Connection connection) {
        tally.lostConnection();
        alive--;
        idle.remove(connection);
        connection.close();
    }

    /// Counts what is under way, and what was due and never sent, with the time that it waited.
    private void giveUp(long now) {
        for (Connection connection : connections) {
            if (connection.isAsking()) tally.gaveUp(now - connection.dueNanos());
        }
        if (!schedule.isOpen()) return;
        while (!schedule.endsBefore(asked, now) && schedule.isDue(asked, now)) {
            tally.gaveUp(now - schedule.dueNanos(asked++, now));
        }
    }
}
