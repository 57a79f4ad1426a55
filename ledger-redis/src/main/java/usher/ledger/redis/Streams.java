package usher.ledger.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.Entry;
import usher.ledger.Key;
import usher.ledger.StreamId;

/// The entries of streams, and the words that streams are found under. Thread-safe.
final class Streams {

    /// As many entries may be some hundred kilobytes each.
    private static final int PAGE_ENTRIES = 256;

    private final Readers readers;
    private final Keyspace keys;

    Streams(Readers readers, Keyspace keys) {
        this.readers = readers;
        this.keys = keys;
    }

    List<Entry> read(StreamId stream, long after, int max) {
        List<Entry> all = new ArrayList<>();
        long last = after;
        while (all.size() < max) {
            int wanted = Math.min(PAGE_ENTRIES, max - all.size());
            List<Entry> page = page(stream, last, wanted);
            all.addAll(page);
            if (page.size() < wanted) break;
            last = page.getLast().version();
        }
        return all;
    }

    /// Every bucket is asked: a word is filed with the streams that it leads to.
    Set<StreamId> find(Key key) {
        // No word has a space in it, and ! comes next: this is every stream behind the word.
        byte[] from = Keyspace.bytes("[" + key.value() + " ");
        byte[] to = Keyspace.bytes("(" + key.value() + "!");
        List<Errand> errands = new ArrayList<>();
        for (int bucket = 0; bucket < Keyspace.BUCKETS; bucket++) {
            errands.add(Errand.of(bucket, Command.ZRANGEBYLEX, keys.filed(bucket), from, to));
        }
        readers.ask(errands);
        Set<StreamId> found = new TreeSet<>();
        for (Errand errand : errands) {
            for (Object one : Replies.list(readers.said(errand))) {
                found.add(Replies.stream(Replies.text(one).substring(key.value().length() + 1)));
            }
        }
        return found;
    }

    private List<Entry> page(StreamId stream, long after, int max) {
        Errand errand =
                Errand.of(
                        Keyspace.bucketOf(stream),
                        Command.XRANGE,
                        keys.entries(stream),
                        Keyspace.bytes(String.valueOf(after + 1)),
                        Keyspace.bytes("+"),
                        Keyspace.bytes("COUNT"),
                        Keyspace.bytes(String.valueOf(max)));
        return Replies.entries(stream, readers.ask(errand));
    }
}
