package usher.ledger.redis;

import java.util.ArrayList;
import java.util.List;
import usher.ledger.LedgerException;
import usher.ledger.redis.Reply.Said;

/// What somebody has used up of something at all nodes together, kept in a Redis for as long as it
/// matters.
///
/// A tally runs empty by itself, and is measured by how long that takes yet: `tally.lua` adds to it
/// and answers, without anything in between. Nothing here is a fact: a Redis that forgets, or that
/// cannot be reached, costs no more than what it had counted. Used by one thread.
public final class Tallies implements AutoCloseable {

    /// All of them lie on one server of a cluster, so that one run of the script finds them.
    private static final int BUCKET = 0;

    /// What was used up here, to be added to one tally.
    ///
    /// @param name what the tally is called at all nodes
    /// @param micros how much longer it takes from now on, in microseconds; 0 to ask only
    public record Use(String name, long micros) {}

    private final Keyspace keys;
    private final Lines lines;

    private Tallies(Keyspace keys, Lines lines) {
        this.keys = keys;
        this.lines = lines;
    }

    /// Those in the Redis at `url`, whether it can be reached now or only later.
    ///
    /// @param setting which setting `url` is the value of
    /// @throws LedgerException if `url` is none
    public static Tallies at(String url, String setting) {
        RedisOptions anyServer = new RedisOptions(true, false, 1);
        Sessions sessions = new Sessions(UrlReader.read(url, setting), anyServer);
        Keyspace keys = new Keyspace(sessions.url().prefix());
        return new Tallies(keys, new Lines(sessions, new Topology(sessions), true));
    }

    /// Adds `uses`, and answers in how many microseconds each tally will have run empty; nothing at
    /// all if Redis cannot be reached, and then nobody knows what was added.
    public List<Long> add(List<Use> uses) {
        List<byte[]> words = new ArrayList<>(1 + 2 * uses.size());
        words.add(Keyspace.bytes(String.valueOf(uses.size())));
        for (Use use : uses) words.add(keys.tally(BUCKET, use.name()));
        for (Use use : uses) words.add(Keyspace.bytes(String.valueOf(use.micros())));
        Errand errand = Errand.of(BUCKET, Script.TALLY, words);
        lines.run(List.of(errand));
        if (!(errand.reply() instanceof Said said)) return List.of();
        return Replies.list(said.value()).stream().map(micros -> (Long) micros).toList();
    }

    @Override
    public void close() {
        lines.close();
    }
}
