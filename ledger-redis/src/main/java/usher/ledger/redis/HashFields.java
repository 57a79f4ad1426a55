package usher.ledger.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/// Fields of hashes, of which each bucket has one.
final class HashFields {

    private HashFields() {}

    /// What stands in the fields called `names`, in their order, with one question for each bucket;
    /// null: nothing does.
    ///
    /// @param bucketOf the bucket of a name
    /// @param hashes the hash of each bucket
    static List<@Nullable Object> read(
            Readers readers,
            List<String> names,
            ToIntFunction<String> bucketOf,
            IntFunction<byte[]> hashes) {
        Map<Integer, List<Integer>> together = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            int bucket = bucketOf.applyAsInt(names.get(i));
            together.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(i);
        }
        List<Errand> errands = new ArrayList<>();
        together.forEach(
                (bucket, indexes) -> {
                    List<byte[]> words = new ArrayList<>(List.of(hashes.apply(bucket)));
                    for (int i : indexes) words.add(Keyspace.bytes(names.get(i)));
                    errands.add(Errand.of(bucket, Command.HMGET, words.toArray(byte[][]::new)));
                });
        readers.ask(errands);
        @Nullable Object[] found = new @Nullable Object[names.size()];
        Iterator<Errand> asked = errands.iterator();
        for (List<Integer> indexes : together.values()) {
            List<?> told = Replies.list(readers.said(asked.next()));
            for (int i = 0; i < indexes.size(); i++) found[indexes.get(i)] = told.get(i);
        }
        return Arrays.asList(found);
    }
}
