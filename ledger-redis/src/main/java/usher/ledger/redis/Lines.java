package usher.ledger.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import usher.ledger.LedgerException;
import usher.ledger.redis.Reply.Lost;
import usher.ledger.redis.Reply.Refused;
import usher.ledger.shared.BackOff;

/// The ways to all servers, of one thread: it puts errands on their way to whoever keeps their
/// buckets, all at once, and waits for what comes of them.
///
/// Servers that send an errand elsewhere, want the script once more, or have no time for it now,
/// did nothing of it: it is sent again, a few times. What may have been done never is.
final class Lines {

    private static final int TRIES_MAX = 5;
    private static final long PAUSE_NANOS = 10_000_000;

    /// Servers of a cluster hear by gossip of what has moved: until then each may name the other.
    private static final long GOSSIP_NANOS = 50_000_000;

    private static final Set<String> LATER =
            Set.of("TRYAGAIN", "LOADING", "BUSY", "CLUSTERDOWN", "MASTERDOWN");

    private final Sessions sessions;
    private final Topology topology;
    private final boolean isPatient;
    private final Map<HostAndPort, Line> lines = new HashMap<>();
    private final Set<HostAndPort> reached = new LinkedHashSet<>();
    private final BackOff backOff = new BackOff();
    private boolean isStale;
    private long pauseNanos;

    /// @param isPatient whether a server that cannot be reached is left alone for a while
    Lines(Sessions sessions, Topology topology, boolean isPatient) {
        this.sessions = sessions;
        this.topology = topology;
        this.isPatient = isPatient;
    }

    /// Settles all of `errands`.
    void run(List<Errand> errands) {
        List<Errand> open = errands;
        reached.clear();
        for (int tries = 1; !open.isEmpty() && tries <= TRIES_MAX; tries++) {
            if (pauseNanos > 0) LockSupport.parkNanos(this, tries * pauseNanos);
            pauseNanos = 0;
            if (isStale) learn();
            open = send(open);
        }
    }

    /// How many replicas at least have what the errands of the last run wrote.
    long replicas(int replicas, int waitMillis) {
        long least = Long.MAX_VALUE;
        for (HostAndPort server : reached) {
            least = Math.min(least, line(server).replicas(replicas, waitMillis));
        }
        return least;
    }

    void close() {
        lines.values().forEach(Line::close);
        lines.clear();
    }

    /// Sends `errands`, and settles them; those that are worth another try.
    private List<Errand> send(List<Errand> errands) {
        Map<HostAndPort, List<Errand>> mail = new LinkedHashMap<>();
        for (Errand errand : errands) {
            HostAndPort detour = errand.detour();
            HostAndPort server = detour == null ? topology.serverOf(errand.bucket()) : detour;
            mail.computeIfAbsent(server, _ -> new ArrayList<>()).add(errand);
        }
        List<Errand> again = new ArrayList<>();
        mail.entrySet().removeIf(entry -> !isSent(entry.getKey(), entry.getValue(), again));
        mail.forEach((server, sent) -> receive(line(server), sent, again));
        reached.addAll(mail.keySet());
        return again;
    }

    private boolean isSent(HostAndPort server, List<Errand> errands, List<Errand> again) {
        Line line = line(server);
        boolean isResting = isPatient && line.isResting();
        if (!isResting && line.send(errands)) return true;
        for (Errand errand : errands) errand.settle(line.trouble());
        if (!isResting && !isStale) again.addAll(errands);
        isStale = true;
        return false;
    }

    private void receive(Line line, List<Errand> errands, List<Errand> again) {
        for (Errand errand : errands) {
            try {
                errand.settle(line.receive(errand));
            } catch (JedisDataException e) {
                errand.settle(end(e));
                if (isWorthAnotherTry(errand, e, line)) again.add(errand);
            }
        }
    }

    /// A script that ran into an error may have done something before.
    private static Reply end(JedisDataException e) {
        String reason = String.valueOf(e.getMessage());
        return reason.contains("user_script") ? new Lost(reason) : new Refused(reason);
    }

    private boolean isWorthAnotherTry(Errand errand, JedisDataException e, Line line) {
        errand.setDetour(null);
        switch (e) {
            case JedisMovedDataException moved -> {
                topology.moved(errand.bucket(), moved.getTargetNode());
                if (errand.isMovedAgain()) pauseNanos = GOSSIP_NANOS;
            }
            case JedisAskDataException ask -> errand.setDetour(ask.getTargetNode());
            case JedisNoScriptException _ -> errand.bringScript();
            default -> {
                return isWorthAnotherTry(String.valueOf(e.getMessage()), line);
            }
        }
        return true;
    }

    private boolean isWorthAnotherTry(String error, Line line) {
        if (error.contains("user_script")) return false;
        String kind = error.split(" ", 2)[0];
        if (kind.equals("READONLY")) {
            line.close();
            isStale = true;
            return true;
        }
        if (LATER.contains(kind)) pauseNanos = Math.max(pauseNanos, PAUSE_NANOS);
        isStale |= kind.equals("CLUSTERDOWN");
        return LATER.contains(kind);
    }

    private void learn() {
        if (isPatient && backOff.waitMillis() > 0) return;
        try {
            topology.learn();
            isStale = false;
            backOff.succeeded();
        } catch (LedgerException e) {
            backOff.failed();
        }
    }

    private Line line(HostAndPort server) {
        return lines.computeIfAbsent(server, s -> new Line(s, sessions));
    }
}
