package usher.test.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.params.MigrateParams;

/// Three Redis servers that share the slots of a cluster, without replicas.
public final class RedisCluster implements AutoCloseable {

    private static final int SERVERS = 3;
    private static final int SLOTS = 16_384;

    /// How long a server may be silent before the others say that the whole cluster is down: longer
    /// than any test takes.
    private static final String NODE_MILLIS_MAX = "60000";

    private static final int KEYS_AT_ONCE = 1_000;
    private static final int MIGRATE_MILLIS_MAX = 15_000;

    private final List<RedisProcess> servers = new ArrayList<>();

    private RedisCluster() {}

    /// Starts one; the caller closes it.
    public static RedisCluster start() {
        RedisCluster cluster = new RedisCluster();
        for (int i = 0; i < SERVERS; i++) {
            cluster.servers.add(
                    RedisProcess.durable(
                            "--cluster-enabled", "yes", "--cluster-node-timeout", NODE_MILLIS_MAX));
        }
        cluster.join();
        return cluster;
    }

    /// The one that all tests of a run share.
    public static RedisCluster shared() {
        return Shared.CLUSTER;
    }

    /// All its servers' URL, without parameters.
    public String url() {
        return servers.stream()
                .map(server -> "localhost:" + server.port())
                .collect(Collectors.joining(",", "redis://", ""));
    }

    public List<RedisProcess> servers() {
        return servers;
    }

    /// Moves `slot` to server number `target`, key by key, as an operator's tool does.
    public void move(int slot, int target) {
        int source = keeper(slot);
        if (source == target) return;
        try (Jedis from = servers.get(source).connect();
                Jedis to = servers.get(target).connect()) {
            to.clusterSetSlotImporting(slot, from.clusterMyId());
            from.clusterSetSlotMigrating(slot, to.clusterMyId());
            List<String> keys = from.clusterGetKeysInSlot(slot, KEYS_AT_ONCE);
            while (!keys.isEmpty()) {
                for (String key : keys) send(key, from, servers.get(target));
                keys = from.clusterGetKeysInSlot(slot, KEYS_AT_ONCE);
            }
            String keeper = to.clusterMyId();
            to.clusterSetSlotNode(slot, keeper);
            for (RedisProcess server : servers) {
                try (Jedis any = server.connect()) {
                    any.clusterSetSlotNode(slot, keeper);
                }
            }
        }
    }

    /// Which server keeps `slot`, from 0.
    public int keeper(int slot) {
        for (int i = 0; i < servers.size(); i++) {
            try (Jedis server = servers.get(i).connect()) {
                if (owns(server, slot)) return i;
            }
        }
        throw new AssertionError("nobody keeps slot " + slot);
    }

    @Override
    public void close() {
        servers.forEach(RedisProcess::close);
    }

    private static void send(String key, Jedis from, RedisProcess to) {
        MigrateParams replace = new MigrateParams().replace();
        from.migrate("127.0.0.1", to.port(), MIGRATE_MILLIS_MAX, replace, key);
    }

    private static boolean owns(Jedis server, int slot) {
        String self =
                server.clusterNodes()
                        .lines()
                        .filter(line -> line.contains("myself"))
                        .findFirst()
                        .orElseThrow();
        String[] words = self.split(" ", -1);
        for (int i = 8; i < words.length; i++) {
            if (words[i].startsWith("[")) continue;
            String[] ends = words[i].split("-", -1);
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (slot >= first && slot <= last) return true;
        }
        return false;
    }

    private void join() {
        for (int i = 0; i < SERVERS; i++) {
            try (Jedis server = servers.get(i).connect()) {
                int first = SLOTS * i / SERVERS;
                int[] slots = new int[SLOTS * (i + 1) / SERVERS - first];
                for (int slot = 0; slot < slots.length; slot++) slots[slot] = first + slot;
                server.sendCommand(Command.CLUSTER, "SET-CONFIG-EPOCH", String.valueOf(i + 1));
                server.clusterAddSlots(slots);
                if (i > 0) server.clusterMeet("127.0.0.1", servers.getFirst().port());
            }
        }
        for (RedisProcess server : servers) awaitWhole(server);
    }

    private static void awaitWhole(RedisProcess server) {
        try (Jedis connection = server.connect()) {
            while (true) {
                String info = connection.clusterInfo();
                boolean isWhole = info.contains("cluster_state:ok");
                if (isWhole && info.contains("cluster_known_nodes:" + SERVERS)) return;
                RedisProcess.pause();
            }
        }
    }

    /// Started by whoever needs it first, and stopped with the process.
    private static final class Shared {

        private static final RedisCluster CLUSTER = start();

        private static RedisCluster start() {
            RedisCluster cluster = RedisCluster.start();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            return cluster;
        }
    }
}
