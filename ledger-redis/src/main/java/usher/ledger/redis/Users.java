package usher.ledger.redis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.LedgerException;

/// The nodes that use a ledger now: each listens to its signals.
final class Users {

    private final Readers readers;
    private final Topology topology;
    private final Keyspace keys;

    Users(Readers readers, Topology topology, Keyspace keys) {
        this.readers = readers;
        this.topology = topology;
        this.keys = keys;
    }

    /// @throws LedgerException if there are any
    void refuse() {
        List<Errand> errands = new ArrayList<>();
        Set<HostAndPort> asked = new HashSet<>();
        for (int bucket = 0; bucket < Keyspace.BUCKETS; bucket++) {
            if (!asked.add(topology.serverOf(bucket))) continue;
            byte[] question = Keyspace.bytes("NUMSUB");
            errands.add(Errand.of(bucket, Command.PUBSUB, question, keys.signals()));
        }
        readers.ask(errands);
        long users = 0;
        for (Errand errand : errands) {
            if (Replies.list(readers.said(errand)).get(1) instanceof Long here) users += here;
        }
        if (users == 0) return;
        throw new LedgerException(
                "nodes use this ledger (%d of them); stop them first, or look at a copy"
                        .formatted(users));
    }
}
