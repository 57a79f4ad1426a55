package usher.engine;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.StateMachine;
import usher.domain.catalog.Catalog;
import usher.domain.event.EventDefinition;
import usher.ledger.StreamId;

/// The streams that are alive on this node, or about to be.
final class Streams {

    private final Engine engine;
    private final ConcurrentMap<StreamId, LiveStream> live = new ConcurrentHashMap<>();

    Streams(Engine engine) {
        this.engine = engine;
    }

    /// The live stream; null if it is not. Any thread.
    @Nullable LiveStream find(StreamId id) {
        return live.get(id);
    }

    Collection<LiveStream> all() {
        return live.values();
    }

    /// A live stream for the catalog, whose state is at hand already.
    LiveStream addCatalog() {
        LiveStream catalog = new LiveStream(StreamId.CATALOG, engine);
        live.put(StreamId.CATALOG, catalog);
        return catalog;
    }

    /// Finds the live stream, or begins to load it; tells `absent` if there is no such event.
    void with(StreamId id, Consumer<LiveStream> found, Consumer<Result> absent) {
        LiveStream known = live.get(id);
        if (known != null) {
            found.accept(known);
        } else if (id.isCatalog()) {
            found.accept(load(id, new Catalog()));
        } else {
            engine.peers().define(id, event -> found.accept(liveOrLoading(id, event)), absent);
        }
    }

    void remove(LiveStream stream) {
        live.remove(stream.id(), stream);
    }

    private LiveStream liveOrLoading(StreamId id, EventDefinition event) {
        LiveStream known = live.get(id);
        return known != null ? known : load(id, new BoxOffice(event));
    }

    private LiveStream load(StreamId id, StateMachine fresh) {
        LiveStream loading = new LiveStream(id, engine);
        live.put(id, loading);
        engine.thread().after(engine.settings().answerWithinMillis(), loading::loadsForLong);
        engine.thread()
                .blocking(
                        () -> engine.loader().load(id, fresh),
                        (loaded, trouble) -> {
                            if (loaded != null) {
                                loading.loaded(loaded);
                            } else {
                                remove(loading);
                                loading.drop(engine.unreadable(id, trouble));
                            }
                        });
        return loading;
    }
}
