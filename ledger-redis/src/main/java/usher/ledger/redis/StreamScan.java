package usher.ledger.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.StreamId;

/// All streams in the order of their ids, merged from the buckets, each of which has its own in
/// order.
///
/// Buckets are asked for a few streams each, all at once, and the ones that run out for more.
final class StreamScan {

    private static final int PAGE_STREAMS_MIN = 8;

    /// What is known of one bucket: the streams that come next, and whether those are all.
    private static final class Bucket {

        private final int number;
        private byte[] from;
        private List<StreamId> next = List.of();
        private int taken;
        private boolean isLastPage;

        Bucket(int number, byte[] from) {
            this.number = number;
            this.from = from;
        }

        boolean isEmpty() {
            return taken == next.size();
        }

        StreamId first() {
            return next.get(taken);
        }
    }

    private final Readers readers;
    private final Keyspace keys;
    private final List<Bucket> hungry = new ArrayList<>();
    private final PriorityQueue<Bucket> waiting =
            new PriorityQueue<>(Comparator.comparing(Bucket::first));

    /// @param after the stream to begin after; null: at the first
    StreamScan(Readers readers, Keyspace keys, @Nullable StreamId after) {
        this.readers = readers;
        this.keys = keys;
        byte[] from = after == null ? Keyspace.bytes("-") : after(after);
        for (int bucket = 0; bucket < Keyspace.BUCKETS; bucket++) {
            hungry.add(new Bucket(bucket, from));
        }
    }

    /// Up to `max` streams; fewer if there are no more.
    List<StreamId> next(int max) {
        int page = Math.max(PAGE_STREAMS_MIN, max / (Keyspace.BUCKETS / 2));
        List<StreamId> found = new ArrayList<>();
        feed(page);
        while (found.size() < max && !waiting.isEmpty()) {
            Bucket bucket = waiting.remove();
            found.add(bucket.first());
            bucket.taken++;
            if (!bucket.isEmpty()) {
                waiting.add(bucket);
            } else if (!bucket.isLastPage) {
                hungry.add(bucket);
                if (found.size() < max) feed(page);
            }
        }
        return found;
    }

    /// Asks for the next `page` streams of each bucket of which none is known.
    private void feed(int page) {
        List<Errand> errands = new ArrayList<>();
        for (Bucket bucket : hungry) {
            errands.add(
                    Errand.of(
                            bucket.number,
                            Command.ZRANGEBYLEX,
                            keys.streams(bucket.number),
                            bucket.from,
                            Keyspace.bytes("+"),
                            Keyspace.bytes("LIMIT"),
                            Keyspace.bytes("0"),
                            Keyspace.bytes(String.valueOf(page))));
        }
        readers.ask(errands);
        for (int i = 0; i < errands.size(); i++) fill(hungry.get(i), errands.get(i), page);
        hungry.clear();
    }

    private void fill(Bucket bucket, Errand errand, int page) {
        List<StreamId> streams = new ArrayList<>();
        for (Object name : Replies.list(readers.said(errand))) {
            streams.add(Replies.stream(Replies.text(name)));
        }
        bucket.next = streams;
        bucket.taken = 0;
        bucket.isLastPage = streams.size() < page;
        if (streams.isEmpty()) return;
        bucket.from = after(streams.getLast());
        waiting.add(bucket);
    }

    private static byte[] after(StreamId stream) {
        return Keyspace.bytes("(" + stream.value());
    }
}
