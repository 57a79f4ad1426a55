package usher.bench.office;

import java.nio.file.Path;
import java.util.List;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ListedEvent;
import usher.domain.event.EventDefinition;
import usher.engine.Loader;
import usher.engine.Loader.Loaded;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.ledger.sqlite.SqliteLedger;
import usher.ledger.sqlite.SqliteOptions;

/// The events of a ledger that nobody changes meanwhile, each as the fold of all its facts.
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
        return of(SqliteLedger.open(database, SqliteOptions.standard()));
    }

    /// The history in `ledger`, which is closed with it.
    public static History of(Ledger ledger) {
        return new History(ledger);
    }

    /// Every event that was ever listed.
    public List<EventDefinition> events() {
        return events;
    }

    /// The box office of `event` after the last fact.
    public Loaded load(EventDefinition event) {
        return loader.load(StreamId.of(event.id()), new BoxOffice(event));
    }

    /// Every fact of an event, in order.
    public List<Fact> facts(EventId event) {
        return ledger.read(StreamId.of(event), 0, Integer.MAX_VALUE).stream()
                .flatMap(entry -> entry.facts().stream())
                .toList();
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
