package usher.ledger.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import usher.ledger.Ledger;
import usher.ledger.conformance.DurableStore;

/// A ledger in a folder of its own.
///
/// A crash goes on with a copy of what was durable, in another folder; the handles that died are
/// closed in the end, when nobody looks at what they leave. [KillTest] does the same the hard way.
final class SqliteStoreUnderTest implements DurableStore {

    private final SqliteOptions options;
    private final List<Ledger> dead = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private Ledger last;

    SqliteStoreUnderTest(SqliteOptions options) {
        this.options = options;
        addFolder();
    }

    @Override
    public Ledger open() {
        last = SqliteLedger.open(files().database(), options);
        return last;
    }

    @Override
    public void crash() {
        dead.add(last);
        LedgerFiles left = files();
        addFolder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + left.database());
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '%s'".formatted(files().database()));
            Files.copy(left.journal(), files().journal());
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        dead.forEach(Ledger::close);
        for (Path folder : folders) delete(folder);
    }

    private LedgerFiles files() {
        return new LedgerFiles(folders.getLast().resolve("usher.db"));
    }

    private void addFolder() {
        try {
            folders.add(Files.createTempDirectory("usher-ledger"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
