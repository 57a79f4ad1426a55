package usher.ledger.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import usher.ledger.LedgerException;
import usher.ledger.redis.Reply.Lost;
import usher.ledger.redis.Reply.Refused;
import usher.ledger.redis.Reply.Said;
import usher.ledger.shared.BackOff;

/// The way to one server: a connection, if there is one, and when to try for another.
///
/// Used by one thread.
final class Line {

    private final HostAndPort server;
    private final Sessions sessions;
    private final BackOff backOff = new BackOff();
    private @Nullable Link link;
    private String trouble = "";

    Line(HostAndPort server, Sessions sessions) {
        this.server = server;
        this.sessions = sessions;
    }

    /// Whether the server could not be reached a moment ago, and it is too soon to try again.
    boolean isResting() {
        return backOff.waitMillis() > 0;
    }

    /// Why the server could not be reached.
    Refused trouble() {
        return new Refused(trouble);
    }

    /// Puts `errands` on their way; false if the server cannot be reached.
    boolean send(List<Errand> errands) {
        Link open = connected();
        if (open == null) return false;
        try {
            for (Errand errand : errands) errand.sendOn(open);
            open.push();
        } catch (JedisException e) {
            // Some of it may have arrived: whoever waits for the replies will find out.
            open.setBroken();
        }
        return true;
    }

    /// What came of the first of the errands that were sent and not asked about yet.
    ///
    /// @throws JedisDataException if the server answers with an error
    Reply receive(Errand errand) {
        Link open = link;
        if (open == null || open.isBroken()) return new Lost(server + ": the connection broke");
        try {
            if (errand.detour() != null) open.getOne();
            return new Said(open.getOne());
        } catch (JedisDataException e) {
            throw e;
        } catch (JedisException e) {
            open.setBroken();
            return new Lost("%s: %s".formatted(server, Topology.reason(e)));
        }
    }

    /// How many replicas have what was written on this connection; waits for `replicas` of them.
    long replicas(int replicas, int waitMillis) {
        Link open = link;
        if (open == null || open.isBroken()) return 0;
        try {
            open.sendCommand(Command.WAIT, String.valueOf(replicas), String.valueOf(waitMillis));
            return open.getOne() instanceof Long reached ? reached : 0;
        } catch (JedisDataException e) {
            return 0;
        } catch (JedisException e) {
            open.setBroken();
            return 0;
        }
    }

    /// Lets go of the connection; the next errand gets another.
    void close() {
        Link open = link;
        link = null;
        if (open != null) open.close();
    }

    private @Nullable Link connected() {
        Link open = link;
        if (open != null && !open.isBroken()) return open;
        close();
        try {
            link = sessions.open(server);
            backOff.succeeded();
        } catch (JedisException e) {
            fail("redis://%s: %s".formatted(server, Topology.reason(e)));
        } catch (LedgerException e) {
            fail(String.valueOf(e.getMessage()));
        }
        return link;
    }

    private void fail(String reason) {
        trouble = reason;
        backOff.failed();
    }
}
