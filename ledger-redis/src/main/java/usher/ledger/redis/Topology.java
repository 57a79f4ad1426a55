package usher.ledger.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;
import usher.ledger.LedgerException;

/// Which server keeps which bucket, as far as is known: servers of a cluster say when it is not so.
///
/// Outside of a cluster it is the one of the named servers that takes writes. Thread-safe.
final class Topology {

    private final Sessions sessions;
    private volatile List<HostAndPort> servers;
    private volatile boolean isCluster;

    Topology(Sessions sessions) {
        this.sessions = sessions;
        servers = Collections.nCopies(Keyspace.BUCKETS, sessions.url().hosts().getFirst());
    }

    boolean isCluster() {
        return isCluster;
    }

    /// The server that keeps `bucket`.
    HostAndPort serverOf(int bucket) {
        return servers.get(bucket);
    }

    /// Every server that keeps a bucket.
    Set<HostAndPort> all() {
        return new LinkedHashSet<>(servers);
    }

    /// A server said that `server` keeps `bucket`.
    synchronized void moved(int bucket, HostAndPort server) {
        List<HostAndPort> changed = new ArrayList<>(servers);
        changed.set(bucket, server);
        servers = List.copyOf(changed);
    }

    /// Asks one server after the other who keeps what, beginning with those that the URL names.
    ///
    /// @throws LedgerException if none can say
    synchronized void learn() {
        Set<HostAndPort> candidates = new LinkedHashSet<>(sessions.url().hosts());
        candidates.addAll(all());
        List<String> reasons = new ArrayList<>();
        for (HostAndPort candidate : candidates) {
            try (Link link = sessions.open(candidate)) {
                learn(candidate, link);
                return;
            } catch (JedisException e) {
                reasons.add("%s: %s".formatted(candidate, reason(e)));
            }
        }
        throw new LedgerException(sessions.url() + ": " + String.join("; ", reasons));
    }

    /// What went wrong, in the words of whoever knows best.
    static String reason(JedisException e) {
        Throwable cause = e;
        boolean isSecurity = false;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            isSecurity |= cause instanceof SSLException;
        }
        return (isSecurity ? "TLS failed: " : "") + cause.getMessage();
    }

    private void learn(HostAndPort server, Link link) {
        isCluster = Condition.of(link).isCluster();
        if (!isCluster) {
            servers = Collections.nCopies(Keyspace.BUCKETS, server);
            return;
        }
        List<HostAndPort> known = new ArrayList<>(servers);
        link.sendCommand(Command.CLUSTER, "SLOTS");
        for (Object range : list(link.getOne())) assign(list(range), server, known);
        servers = List.copyOf(known);
    }

    /// A range of slots is its first and last, and the server that keeps it before its replicas.
    private static void assign(List<?> range, HostAndPort asked, List<HostAndPort> known) {
        List<?> master = list(range.get(2));
        String host =
                master.get(0) instanceof byte[] b ? new String(b, StandardCharsets.UTF_8) : "";
        // A server that does not know its own address is where it was asked.
        HostAndPort server =
                new HostAndPort(host.isEmpty() ? asked.getHost() : host, number(master.get(1)));
        for (int bucket = 0; bucket < known.size(); bucket++) {
            int slot = Keyspace.slotOf(bucket);
            if (slot >= number(range.get(0)) && slot <= number(range.get(1))) {
                known.set(bucket, server);
            }
        }
    }

    private static List<?> list(@Nullable Object reply) {
        return reply instanceof List<?> list ? list : List.of();
    }

    private static int number(@Nullable Object reply) {
        return reply instanceof Long number ? number.intValue() : -1;
    }
}
