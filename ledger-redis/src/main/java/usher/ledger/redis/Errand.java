package usher.ledger.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/// One command on its way to the server that keeps a bucket, and what came of it.
///
/// Owned by the thread that sends it.
final class Errand {

    private final int bucket;
    private final Command command;
    private final @Nullable Script script;
    private final List<byte[]> words;
    private @Nullable HostAndPort detour;
    private boolean inFull;
    private boolean isMoved;
    private @Nullable Reply reply;

    private Errand(int bucket, Command command, @Nullable Script script, List<byte[]> words) {
        this.bucket = bucket;
        this.command = command;
        this.script = script;
        this.words = words;
    }

    /// `command` with these words, whose key is in `bucket`.
    static Errand of(int bucket, Command command, byte[]... words) {
        return new Errand(bucket, command, null, List.of(words));
    }

    /// A run of `script`, with the number of its keys, its keys in `bucket`, and its arguments.
    static Errand of(int bucket, Script script, List<byte[]> words) {
        return new Errand(bucket, Command.EVALSHA, script, words);
    }

    int bucket() {
        return bucket;
    }

    /// The server to ask instead, this once, because it is about to get the bucket.
    @Nullable HostAndPort detour() {
        return detour;
    }

    void setDetour(@Nullable HostAndPort server) {
        detour = server;
    }

    /// The server does not have the script: it comes along from now on.
    void bringScript() {
        inFull = true;
    }

    /// A server says that another keeps the bucket now; whether one had said so before.
    boolean isMovedAgain() {
        boolean before = isMoved;
        isMoved = true;
        return before;
    }

    void sendOn(Link link) {
        if (detour != null) link.sendCommand(Command.ASKING);
        Script run = script;
        int ahead = run == null ? 0 : 1;
        byte[][] all = new byte[ahead + words.size()][];
        if (run != null) all[0] = inFull ? run.text() : run.digest();
        for (int i = 0; i < words.size(); i++) all[ahead + i] = words.get(i);
        link.sendCommand(inFull ? Command.EVAL : command, all);
    }

    void settle(Reply end) {
        reply = end;
    }

    /// What came of it, once it was sent.
    Reply reply() {
        Reply end = reply;
        if (end == null) throw new IllegalStateException("it was not sent");
        return end;
    }

    boolean isSettled() {
        return reply != null;
    }
}
