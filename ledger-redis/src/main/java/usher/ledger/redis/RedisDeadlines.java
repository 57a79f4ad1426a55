package usher.ledger.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.Deadlines;

/// When streams are due, by the sorted set of each bucket. Thread-safe.
final class RedisDeadlines implements Deadlines {

    /// Redis keeps a time as a `double`, which has every whole number up to this.
    static final long MILLIS_MAX = 1L << 53;

    private static final Comparator<Due> EARLIEST_FIRST =
            Comparator.comparingLong(Due::atMillis).thenComparing(Due::stream);

    private final Readers readers;
    private final Keyspace keys;

    RedisDeadlines(Readers readers, Keyspace keys) {
        this.readers = readers;
        this.keys = keys;
    }

    @Override
    public List<Due> due(long untilMillis, int max) {
        List<Errand> errands = new ArrayList<>();
        for (int bucket = 0; bucket < Keyspace.BUCKETS; bucket++) {
            errands.add(
                    Errand.of(
                            bucket,
                            Command.ZRANGEBYSCORE,
                            keys.due(bucket),
                            Keyspace.bytes("-inf"),
                            Keyspace.bytes(String.valueOf(Math.min(untilMillis, MILLIS_MAX))),
                            Keyspace.bytes("WITHSCORES"),
                            Keyspace.bytes("LIMIT"),
                            Keyspace.bytes("0"),
                            Keyspace.bytes(String.valueOf(max))));
        }
        readers.ask(errands);
        List<Due> due = new ArrayList<>();
        for (Errand errand : errands) add(Replies.list(readers.said(errand)), due);
        due.sort(EARLIEST_FIRST);
        return due.size() <= max ? due : List.copyOf(due.subList(0, max));
    }

    /// Streams and their scores take turns.
    private static void add(List<?> told, List<Due> due) {
        for (int i = 0; i < told.size(); i += 2) {
            double score = Double.parseDouble(Replies.text(told.get(i + 1)));
            due.add(new Due(Replies.stream(Replies.text(told.get(i))), (long) score));
        }
    }
}
