package usher.ledger.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.Entry;
import usher.ledger.FactCodec;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;

/// What servers say, as what it means.
final class Replies {

    private Replies() {}

    static List<?> list(@Nullable Object reply) {
        if (reply instanceof List<?> list) return list;
        throw new LedgerException("a list was expected, not " + reply);
    }

    static byte[] bytes(@Nullable Object reply) {
        if (reply instanceof byte[] bytes) return bytes;
        throw new LedgerException("a text was expected, not " + reply);
    }

    static String text(@Nullable Object reply) {
        return new String(bytes(reply), UTF_8);
    }

    static StreamId stream(String name) {
        return new StreamId(UUID.fromString(name));
    }

    /// Entries as `XRANGE` tells them: each a name and a list of fields and their values.
    static List<Entry> entries(StreamId stream, @Nullable Object reply) {
        List<Entry> entries = new ArrayList<>();
        for (Object one : list(reply)) {
            List<?> named = list(one);
            byte[] facts = bytes(list(named.get(1)).get(1));
            entries.add(
                    new Entry(
                            stream,
                            EntryName.read(bytes(named.get(0))),
                            FactCodec.read(facts, 0, facts.length)));
        }
        return entries;
    }
}
