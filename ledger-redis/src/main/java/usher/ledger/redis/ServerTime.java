package usher.ledger.redis;

import java.util.List;
import redis.clients.jedis.Protocol.Command;

/// What a server's clock shows.
final class ServerTime {

    private static final int BUCKET = 0;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private ServerTime() {}

    /// Asks for it. In a cluster it is the one server's that keeps the first bucket; the others
    /// must
    /// have about the same.
    static Errand question() {
        return Errand.of(BUCKET, Command.TIME);
    }

    /// It is answered in seconds and microseconds.
    static long micros(Object answer) {
        List<?> told = Replies.list(answer);
        return Long.parseLong(Replies.text(told.get(0))) * MICROS_PER_SECOND
                + Long.parseLong(Replies.text(told.get(1)));
    }
}
