package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.RelayObserver;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;
import usher.ledger.StreamId;

/// How often messages were sent in vain, as notes of the ledger: one for each stream that does not
/// get past an entry. So whoever relays next goes on counting.
///
/// It counts for an endpoint as it was then: whoever changes it has its messages counted anew.
/// Thread-safe; what blocks says so, and throws [LedgerException] if the ledger is away.
@Singleton
public final class Attempts implements RelayObserver {

    /// For each endpoint. Of more streams nothing is counted, and so nothing set aside.
    static final int STREAMS_MAX = 10_000;

    private static final String PREFIX = "webhook/attempts/";
    private static final int TRIES = 5;

    /// How it went with the entry that a stream does not get past.
    ///
    /// @param count how often it was sent
    /// @param tookOthers whether the endpoint took others since it refused this one first
    record Vain(long version, int count, boolean tookOthers) {

        private static final int WORDS = 4;

        /// What a note says of it.
        ///
        /// @param revision that of the endpoint
        String text(long revision) {
            return "%d %d %d %b".formatted(revision, version, count, tookOthers);
        }

        /// What a note says; null: it was of the endpoint as it is no longer, or not yet.
        static @Nullable Vain read(String text, long revision) {
            String[] words = text.split(" ", WORDS);
            if (Long.parseLong(words[0]) != revision) return null;
            return new Vain(
                    Long.parseLong(words[1]),
                    Integer.parseInt(words[2]),
                    Boolean.parseBoolean(words[3]));
        }
    }

    private final Ledger ledger;
    private final AtomicInteger terms = new AtomicInteger();

    Attempts(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void leads(boolean isLeading) {
        terms.incrementAndGet();
    }

    /// Changes as soon as another node may have counted: what was read before is worth nothing.
    int term() {
        return terms.get();
    }

    /// What counts for `endpoint`. Blocks.
    Map<StreamId, Vain> of(KeptEndpoint endpoint) {
        String prefix = prefix(endpoint.endpoint().id());
        Map<StreamId, Vain> known = new HashMap<>();
        for (Note note : ledger.notes().list(prefix, "", STREAMS_MAX)) {
            Vain vain = Vain.read(note.text(), endpoint.revision());
            String stream = note.name().substring(prefix.length());
            if (vain != null) known.put(new StreamId(UUID.fromString(stream)), vain);
        }
        return known;
    }

    /// Keeps what counts for a stream from now on. Blocks; when this returns, that is durable.
    void put(KeptEndpoint endpoint, StreamId stream, Vain vain) {
        String name = name(endpoint.endpoint().id(), stream);
        String text = vain.text(endpoint.revision());
        for (int i = 0; i < TRIES; i++) {
            if (ledger.notes().write(ledger.notes().last(name).saying(text))) return;
        }
        throw new LedgerException("another node counts the same attempts");
    }

    /// The stream goes on: nothing counts any more. Blocks. What cannot be forgotten now does no
    /// harm: it is about an entry that has arrived.
    void forget(UUID endpoint, StreamId stream) {
        try {
            Note note = ledger.notes().find(name(endpoint, stream));
            if (note != null) {
                boolean _ = ledger.notes().remove(note);
            }
        } catch (LedgerException away) {
            // Whoever counts the next entry of the stream writes over it.
        }
    }

    /// Forgets everything of `endpoint`. Blocks.
    void forget(UUID endpoint) {
        List<Note> notes = ledger.notes().list(prefix(endpoint), "", STREAMS_MAX);
        for (Note note : notes) {
            boolean _ = ledger.notes().remove(note);
        }
    }

    private static String prefix(UUID endpoint) {
        return PREFIX + endpoint + "/";
    }

    private static String name(UUID endpoint, StreamId stream) {
        return prefix(endpoint) + stream.value();
    }
}
