package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.engine.relay.Relays;
import usher.ledger.History;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.server.http.Fields;
import usher.server.http.Problem;

/// Lets endpoints be sent again what became true before.
@Singleton
final class Replays {

    private final Ledger ledger;
    private final Relays relays;
    private final Endpoints endpoints;

    Replays(Ledger ledger, Relays relays, Endpoints endpoints) {
        this.ledger = ledger;
        this.relays = relays;
        this.endpoints = endpoints;
    }

    /// What is to be sent again.
    ///
    /// @param event null: everything
    /// @param sinceMillis null: from the beginning
    record Wish(@Nullable EventId event, @Nullable Long sinceMillis) {}

    /// @throws Problem naming each field that is wrong
    static Wish read(Fields fields, long nowMillis) {
        EventId event = null;
        if (fields.has("eventId")) event = event(fields);
        Long since = EndpointWishes.since(fields, nowMillis);
        if (!fields.has("since") && !fields.has("eventId")) {
            fields.wrong("since", "is missing; give since or eventId");
        }
        fields.done();
        return new Wish(event, since);
    }

    private static @Nullable EventId event(Fields fields) {
        UUID id = fields.uuid("eventId");
        boolean isOne = EventId.isSeatOrEvent(id) && EventId.numberIn(id) == 0;
        if (isOne) return new EventId(id);
        if (fields.isFine()) fields.wrong("eventId", "must be the id of an event");
        return null;
    }

    /// Begins, and does not wait for the end. Blocks.
    ///
    /// @throws Problem if there is no such endpoint
    KeptEndpoint begin(UUID id, Wish wish) {
        EventId event = wish.event();
        Long since = wish.sinceMillis();
        if (event == null) {
            long from = since == null ? 0 : since;
            return endpoints.change(id, null, now -> now.anewSince(from));
        }
        KeptEndpoint kept = endpoints.get(id);
        StreamId stream = StreamId.of(event);
        if (ledger.heads().of(stream).version() > 0) {
            long version = since == null ? 0 : History.lastBefore(ledger, stream, since);
            relays.rewind(kept.endpoint().route(), stream, version);
        }
        return kept;
    }
}
