package usher.engine;

import java.util.HashSet;
import java.util.Set;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.catalog.ChangeListing;
import usher.domain.event.ConfirmListing;
import usher.domain.event.Listing;
import usher.ledger.StreamId;

/// Lets the list of events follow what the events' own streams say.
///
/// Two streams never change in one entry. So an event that was changed is due until its own stream
/// says that the list shows the change; whoever finds it due, after a crash as well, writes the
/// listing and then the confirmation. Doing either twice changes nothing. All on the engine's
/// thread.
final class Listings {

    private final Engine engine;
    private final Set<StreamId> underWay = new HashSet<>();

    Listings(Engine engine) {
        this.engine = engine;
    }

    /// Begins, if the list does not show what `stream` says; what fails is tried again when the
    /// event is found due again.
    void follow(LiveStream stream) {
        if (!isDue(stream) || !underWay.add(stream.id())) return;
        stream.offer(
                Reading.of(
                        durable -> ((BoxOffice) durable).event().listing(),
                        listing -> list(stream.id(), listing),
                        _ -> underWay.remove(stream.id())));
    }

    private static boolean isDue(LiveStream stream) {
        return stream.state().isLoaded()
                && stream.state().machine() instanceof BoxOffice office
                && office.event().isListingDue();
    }

    private void list(StreamId event, Listing listing) {
        engine.submit(
                StreamId.CATALOG,
                true,
                at -> new ChangeListing(cause(at, event), event.event(), listing),
                result -> {
                    if (result instanceof Result.Done) {
                        confirm(event, listing.revision());
                    } else {
                        end(event);
                    }
                });
    }

    private void confirm(StreamId event, long revision) {
        engine.submit(
                event, true, at -> new ConfirmListing(cause(at, event), revision), _ -> end(event));
    }

    private static Cause cause(long atMillis, StreamId event) {
        return Cause.system(atMillis, "listing-" + event);
    }

    /// A reply may come on another thread when the engine stops.
    private void end(StreamId event) {
        engine.thread().execute(() -> underWay.remove(event));
    }
}
