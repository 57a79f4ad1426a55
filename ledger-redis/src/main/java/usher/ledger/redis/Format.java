package usher.ledger.redis;

import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.LedgerException;

/// In which way a ledger is kept, as a number that is written beside it.
final class Format {

    private static final String CURRENT = "1";

    private final Readers readers;
    private final Keyspace keys;
    private final RedisUrl url;

    Format(Readers readers, Keyspace keys, RedisUrl url) {
        this.readers = readers;
        this.keys = keys;
        this.url = url;
    }

    /// Makes sure that there is a ledger that this release can use.
    ///
    /// @throws LedgerException if it was written by a later one
    void create() {
        readers.ask(
                Errand.of(
                        0,
                        Command.SET,
                        keys.format(),
                        Keyspace.bytes(CURRENT),
                        Keyspace.bytes("NX")));
        find();
    }

    /// @throws LedgerException if there is no ledger, or one that was written by a later release
    void find() {
        @Nullable Object found = readers.ask(Errand.of(0, Command.GET, keys.format()));
        if (found == null) throw new LedgerException(url + ": there is no ledger here");
        if (!Replies.text(found).equals(CURRENT)) {
            throw new LedgerException(
                    "%s: the ledger was written by a later release of Usher".formatted(url));
        }
    }
}
