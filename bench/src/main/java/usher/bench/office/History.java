package usher.bench.office;

import java.nio.file.Path;
import java.util.List;
import usher.domain.BoxOffice;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ListedEvent;
import usher.domain.event.EventDefinition;
import usher.engine.Loader;
import usher.engine.Loader.Loaded;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.ledger.sqlite.SqliteLedger;
import usher.ledger.sqlite.SqliteOptions;

/// The events of an embedded ledger that no server has open, each as the fold of all its facts.
/// Thread-safe.
public final class History implements AutoCloseable {

    private static final int READ_ENTRIES_MAX = 4096;

    private final Ledger ledger;
    private final Loader loader;
    private final List<EventDefinition> events;

    private History(Ledger ledger) {
        this.ledger = ledger;
        this.loader = new Loader(new WithoutSnapshots(ledger), READ_ENTRIES_MAX);
        this.events = events(loader);
    }

    public static History open(Path database) {
        return new History(SqliteLedger.open(database, SqliteOptions.standard()));
    }

    /// Every event that was ever listed.
    public List<EventDefinition> events() {
        return events;
    }

    /// The box office of `event` after the last fact.
    public Loaded load(EventDefinition event) {
        return loader.load(StreamId.of(event.id()), new BoxOffice(event));
    }

    @Override
    public void close() {
        ledger.close();
    }

    private static List<EventDefinition> events(Loader loader) {
        Catalog catalog = new Catalog();
        Loaded unused = loader.load(StreamId.CATALOG, catalog);
        return catalog.soonestFirst().stream().map(ListedEvent::definition).toList();
    }
}
