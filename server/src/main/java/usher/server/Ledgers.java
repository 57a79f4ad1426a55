package usher.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.postgres.PostgresLedger;
import usher.ledger.postgres.PostgresOptions;
import usher.ledger.redis.RedisLedger;
import usher.ledger.redis.RedisOptions;
import usher.ledger.redis.SignalledLedger;
import usher.ledger.sqlite.SqliteLedger;
import usher.ledger.sqlite.SqliteOptions;

/// Opens the ledger that a URL names.
final class Ledgers {

    private static final String SQLITE = "sqlite:";

    private Ledgers() {}

    /// @param clock the time of an embedded ledger; a shared one has its own
    /// @param onBroken told once if the ledger can no longer be trusted
    /// @throws LedgerException saying what to do about it
    static Ledger open(Settings settings, InstantSource clock, Consumer<String> onBroken) {
        boolean isRelaxed = settings.ledgerDurability() == Settings.Durability.RELAXED;
        if (PostgresLedger.isNamedBy(settings.ledger())) {
            return inPostgres(settings, isRelaxed);
        }
        if (RedisLedger.isNamedBy(settings.ledger())) {
            return RedisLedger.open(
                    settings.ledger(), RedisOptions.standard().withRelaxedAllowed(isRelaxed));
        }
        SqliteOptions options =
                SqliteOptions.standard()
                        .withClock(clock)
                        .withOnBroken(onBroken)
                        .withRelaxed(isRelaxed);
        return SqliteLedger.open(sqlitePath(settings.ledger()), options);
    }

    /// Redis, if there is one, tells the nodes of each other's appends.
    private static Ledger inPostgres(Settings settings, boolean isRelaxed) {
        Optional<String> redis = settings.redis();
        PostgresOptions options =
                PostgresOptions.standard()
                        .withRelaxedAllowed(isRelaxed)
                        .withNotifies(redis.isEmpty());
        Ledger ledger = PostgresLedger.open(settings.ledger(), options);
        return redis.isEmpty() ? ledger : SignalledLedger.of(ledger, redis.get());
    }

    /// Whether others than this process may reach the ledger at `url`.
    static boolean isPublic(String url) {
        return PostgresLedger.isNamedBy(url) || RedisLedger.isNamedBy(url);
    }

    /// Opens the shared ledger at `url` to look at it only.
    ///
    /// @throws LedgerException saying what to do about it
    static Ledger look(String url) {
        return PostgresLedger.isNamedBy(url)
                ? PostgresLedger.open(url, PostgresOptions.frozen())
                : RedisLedger.open(url, RedisOptions.frozen());
    }

    /// Opens the ledger at `url`, shared or embedded, to append to it, and creates it if there is
    /// none.
    ///
    /// @throws LedgerException saying what to do about it
    static Ledger join(String url) {
        if (PostgresLedger.isNamedBy(url)) {
            return PostgresLedger.open(url, PostgresOptions.standard());
        }
        if (RedisLedger.isNamedBy(url)) return RedisLedger.open(url, RedisOptions.standard());
        return SqliteLedger.open(sqlitePath(url), SqliteOptions.standard());
    }

    /// The file that the URL of an embedded ledger names.
    ///
    /// @throws LedgerException if it is the URL of something else
    static Path sqlitePath(String url) {
        if (!url.startsWith(SQLITE) || url.length() == SQLITE.length()) {
            throw new LedgerException(
                    "USHER_LEDGER must be sqlite:<file>, such as sqlite:data/usher.db, or"
                            + " postgresql://user:password@host/database, or"
                            + " redis://user:password@host");
        }
        return Path.of(url.substring(SQLITE.length()));
    }
}
