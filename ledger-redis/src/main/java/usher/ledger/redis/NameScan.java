package usher.ledger.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import redis.clients.jedis.Protocol.Command;

/// Names in the order of their characters, merged from the buckets, each of which has its own in
/// order: a sorted set of equal scores.
///
/// Buckets are asked for a few names each, all at once, and the ones that run out for more. So what
/// comes after costs nothing yet, and may be asked for later. For one thread.
final class NameScan {

    private static final int PAGE_NAMES_MIN = 8;

    /// What is known of one bucket: the names that come next, and whether those are all.
    private static final class Bucket {

        private final int number;
        private byte[] from;
        private List<String> next = List.of();
        private int taken;
        private boolean isLastPage;

        Bucket(int number, byte[] from) {
            this.number = number;
            this.from = from;
        }

        boolean isEmpty() {
            return taken == next.size();
        }

        String first() {
            return next.get(taken);
        }
    }

    private final Readers readers;
    private final IntFunction<byte[]> sets;
    private final byte[] until;
    private final List<Bucket> hungry = new ArrayList<>();
    private final PriorityQueue<Bucket> waiting =
            new PriorityQueue<>(Comparator.comparing(Bucket::first));

    /// @param sets the sorted set of each bucket
    /// @param from what to begin with, as `ZRANGEBYLEX` has it
    /// @param until what to end with, as well
    NameScan(Readers readers, IntFunction<byte[]> sets, byte[] from, byte[] until) {
        this.readers = readers;
        this.sets = sets;
        this.until = until;
        for (int bucket = 0; bucket < Keyspace.BUCKETS; bucket++) {
            hungry.add(new Bucket(bucket, from));
        }
    }

    /// Before all names.
    static byte[] first() {
        return Keyspace.bytes("-");
    }

    /// Behind all names.
    static byte[] last() {
        return Keyspace.bytes("+");
    }

    /// At `name`, or where it would be.
    static byte[] at(String name) {
        return Keyspace.bytes("[" + name);
    }

    /// Beside `name`, on the way in.
    static byte[] beside(String name) {
        return Keyspace.bytes("(" + name);
    }

    /// The next `max` names; fewer if there are no more.
    List<String> next(int max) {
        int page = Math.max(PAGE_NAMES_MIN, max / (Keyspace.BUCKETS / 2));
        List<String> found = new ArrayList<>();
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

    /// Asks for the next `page` names of each bucket of which none is known.
    private void feed(int page) {
        if (hungry.isEmpty()) return;
        List<Errand> errands = new ArrayList<>();
        for (Bucket bucket : hungry) {
            errands.add(
                    Errand.of(
                            bucket.number,
                            Command.ZRANGEBYLEX,
                            sets.apply(bucket.number),
                            bucket.from,
                            until,
                            Keyspace.bytes("LIMIT"),
                            Keyspace.bytes("0"),
                            Keyspace.bytes(String.valueOf(page))));
        }
        readers.ask(errands);
        for (int i = 0; i < errands.size(); i++) fill(hungry.get(i), errands.get(i), page);
        hungry.clear();
    }

    private void fill(Bucket bucket, Errand errand, int page) {
        List<String> names = new ArrayList<>();
        for (Object name : Replies.list(readers.said(errand))) names.add(Replies.text(name));
        bucket.next = names;
        bucket.taken = 0;
        bucket.isLastPage = names.size() < page;
        if (names.isEmpty()) return;
        bucket.from = beside(names.getLast());
        waiting.add(bucket);
    }
}
