package usher.ledger.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/// What a server says of itself.
///
/// @param facts by the names that the answer to `INFO`, and the configuration, give them
record Condition(Map<String, String> facts) {

    /// Settings that `INFO` does not tell.
    private static final List<String> SETTINGS =
            List.of("appendfsync", "no-appendfsync-on-rewrite");

    static Condition of(Link link) {
        Map<String, String> facts = new HashMap<>();
        link.sendCommand(Command.INFO);
        for (String line : text(link.getOne()).split("\r?\n", -1)) {
            int at = line.indexOf(':');
            if (at > 0) facts.put(line.substring(0, at), line.substring(at + 1));
        }
        for (String setting : SETTINGS) ask(link, setting, facts);
        return new Condition(facts);
    }

    boolean isMaster() {
        return "master".equals(facts.get("role"));
    }

    boolean isCluster() {
        return "1".equals(facts.get("cluster_enabled"));
    }

    /// What would have to be otherwise for an answer to wait for the disk and for nothing to be
    /// thrown away, in the words of its configuration; empty: nothing.
    List<String> weaknesses() {
        List<String> found = new ArrayList<>();
        check("aof_enabled", "1", "appendonly yes", found);
        check("appendfsync", "always", "appendfsync always", found);
        // Otherwise it would not wait while it saves or writes the file anew.
        check("no-appendfsync-on-rewrite", "no", "no-appendfsync-on-rewrite no", found);
        check("maxmemory_policy", "noeviction", "maxmemory-policy noeviction", found);
        return found;
    }

    private void check(String fact, String wanted, String setting, List<String> found) {
        if (!wanted.equals(facts.get(fact))) found.add(setting);
    }

    /// Servers that somebody else runs may not tell: then they count as set wrongly.
    private static void ask(Link link, String setting, Map<String, String> facts) {
        try {
            link.sendCommand(Command.CONFIG, "GET", setting);
            if (link.getOne() instanceof List<?> pair && pair.size() == 2) {
                facts.put(setting, text(pair.get(1)));
            }
        } catch (JedisDataException e) {
            facts.remove(setting);
        }
    }

    private static String text(@Nullable Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
    }
}
