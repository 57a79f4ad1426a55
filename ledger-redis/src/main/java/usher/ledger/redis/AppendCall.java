package usher.ledger.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;
import usher.ledger.Key;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.StreamId;
import usher.ledger.shared.Call;

/// One run of the script that appends: what it is given, and what its answer means.
///
/// The script itself says what it takes and answers: `append.lua`. Used by one thread.
final class AppendCall {

    /// How many missed entries the script tells.
    static final int MISSED_MAX = 64;

    private static final long APPENDED = 1;

    private final Keyspace keys;
    private final List<Call.Item> items;
    private final Errand errand;

    /// @param items what is to be appended, all in buckets of one server
    /// @param forReplicas whether somebody waits for replicas, and so for a write
    /// @param nowMillis the ledger's time
    AppendCall(Keyspace keys, List<Call.Item> items, boolean forReplicas, long nowMillis) {
        this.keys = keys;
        this.items = items;
        int bucket = Keyspace.bucketOf(items.getFirst().append().stream());
        errand = Errand.of(bucket, Script.APPEND, words(forReplicas, nowMillis));
    }

    List<Call.Item> items() {
        return items;
    }

    Errand errand() {
        return errand;
    }

    /// What the script answered, for each item.
    ///
    /// @throws LedgerException if that cannot be understood
    List<Outcome> outcomes(Object answer) {
        List<?> told = Replies.list(answer);
        List<Outcome> outcomes = new ArrayList<>(told.size());
        for (int i = 0; i < items.size(); i++) {
            Append append = items.get(i).append();
            outcomes.add(
                    switch (told.get(i)) {
                        case Long code when code == APPENDED ->
                                new Outcome.Appended(append.position());
                        case Long _ -> new Outcome.Late();
                        case Object word -> outcome(append.stream(), Replies.list(word));
                    });
        }
        return outcomes;
    }

    private static Outcome outcome(StreamId stream, List<?> told) {
        Object what = told.get(1);
        return switch (Replies.text(told.get(0))) {
            case "missed" -> conflict(stream, Replies.entries(stream, what));
            case "rewound" -> new Outcome.Rewound(EntryName.read(Replies.bytes(what)));
            default -> new Outcome.Unavailable(Replies.text(what));
        };
    }

    private static Outcome conflict(StreamId stream, List<Entry> missed) {
        if (!missed.isEmpty()) return new Outcome.Conflict(missed);
        throw new LedgerException("the head of %s is not its last entry".formatted(stream));
    }

    private List<byte[]> words(boolean forReplicas, long nowMillis) {
        Map<Integer, Integer> buckets = new LinkedHashMap<>();
        for (Call.Item item : items) {
            buckets.putIfAbsent(Keyspace.bucketOf(item.append().stream()), buckets.size());
        }
        List<byte[]> words = new ArrayList<>();
        add(words, 4L * buckets.size() + items.size());
        for (int bucket : buckets.keySet()) words.addAll(keys.shared(bucket));
        for (Call.Item item : items) words.add(keys.entries(item.append().stream()));
        add(words, buckets.size());
        add(words, forReplicas ? 1 : 0);
        JsonBytes json = new JsonBytes(1 << 12);
        for (Call.Item item : items) {
            int bucket = Keyspace.bucketOf(item.append().stream());
            add(words, buckets.getOrDefault(bucket, 0));
            add(words, item.append(), json, nowMillis);
        }
        return words;
    }

    private static void add(List<byte[]> words, Append append, JsonBytes json, long nowMillis) {
        words.add(Keyspace.bytes(append.stream().value().toString()));
        words.add(EntryName.of(append.follows()));
        words.add(EntryName.of(append.follows().next(append.id())));
        add(words, latest(append, nowMillis));
        long deadline = append.deadlineMillis();
        String due = String.valueOf(Math.min(deadline, RedisDeadlines.MILLIS_MAX));
        words.add(Keyspace.bytes(deadline == Long.MAX_VALUE ? "" : due));
        words.add(append.isCheck() ? new byte[0] : json(append, json));
        List<Key> filed = append.isCheck() ? List.of() : append.keys();
        add(words, filed.size());
        for (Key key : filed) words.add(Keyspace.bytes(key.value()));
    }

    /// Until when the server may accept it: not at all if it is too late by this node's measure.
    private static long latest(Append append, long nowMillis) {
        return nowMillis < append.acceptUntilMillis() ? append.acceptUntilMillis() : 0;
    }

    private static byte[] json(Append append, JsonBytes json) {
        FactCodec.write(append.facts(), json.clear());
        return json.toByteArray();
    }

    private static void add(List<byte[]> words, long number) {
        words.add(Keyspace.bytes(String.valueOf(number)));
    }
}
