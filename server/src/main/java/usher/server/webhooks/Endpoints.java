package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.Notes.Note;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// The endpoints, as notes of the ledger: one for each, and a list of their ids.
///
/// The list is written anew with each change, so its revision tells other nodes that there was one.
/// An endpoint exists if it is in the list and has a note. Thread-safe; all calls block, and throw
/// [LedgerException] if the ledger is away.
@Singleton
class Endpoints {

    static final int ENDPOINTS_MAX = 50;

    private static final String LIST = "webhook/endpoints";
    private static final String PREFIX = "webhook/endpoint/";
    private static final int TRIES = 50;

    private final Ledger ledger;

    Endpoints(Ledger ledger) {
        this.ledger = ledger;
    }

    /// How often anything about endpoints has changed.
    long revision() {
        return list().revision();
    }

    /// All of them, the oldest first.
    List<KeptEndpoint> all() {
        List<KeptEndpoint> all = new ArrayList<>();
        for (UUID id : ids(list())) {
            KeptEndpoint kept = noted(id);
            if (kept != null) all.add(kept);
        }
        return all;
    }

    /// The endpoint with this id, if there is one.
    @Nullable KeptEndpoint find(UUID id) {
        return ids(list()).contains(id) ? noted(id) : null;
    }

    private @Nullable KeptEndpoint noted(UUID id) {
        Note note = notes().find(PREFIX + id);
        return note == null ? null : kept(id, note);
    }

    /// The endpoint with this id.
    ///
    /// @throws Problem if there is none
    KeptEndpoint get(UUID id) {
        KeptEndpoint kept = find(id);
        if (kept == null) throw missing();
        return kept;
    }

    /// Keeps a new endpoint. One of the same id that came from the same request is the same.
    ///
    /// @throws Problem if it came from another request, or there are too many
    KeptEndpoint add(Endpoint endpoint) {
        Note note = Note.none(PREFIX + endpoint.id()).saying(EndpointJson.note(endpoint));
        boolean isNew = notes().write(note);
        KeptEndpoint kept = isNew ? new KeptEndpoint(endpoint, 1) : noted(endpoint.id());
        if (kept == null) throw busy();
        if (kept.endpoint().request() != endpoint.request()) {
            throw new Problem(
                    ProblemType.IDEMPOTENCY_MISMATCH,
                    "Use a new Idempotency-Key for another request.");
        }
        if (!enlisted(endpoint.id())) {
            boolean _ = notes().remove(note.written());
            throw new Problem(
                    ProblemType.WEBHOOK_ENDPOINT_LIMIT_REACHED,
                    "Delete one of the %d that there are.".formatted(ENDPOINTS_MAX));
        }
        return kept;
    }

    /// Changes the endpoint with this id; `change` may be asked several times.
    ///
    /// @param known the revision that the caller means; null: whatever it is now
    /// @throws Problem if there is none, or it was changed since
    KeptEndpoint change(UUID id, @Nullable Known known, UnaryOperator<Endpoint> change) {
        for (int i = 0; i < TRIES; i++) {
            KeptEndpoint last = get(id);
            if (known != null && !known.is(last.revision())) throw changed();
            Endpoint next = change.apply(last.endpoint());
            Note note = new Note(PREFIX + id, last.revision(), EndpointJson.note(next));
            if (notes().write(note)) {
                announce();
                return new KeptEndpoint(next, last.revision() + 1);
            }
        }
        throw busy();
    }

    /// Whether a caller means what is there now.
    @FunctionalInterface
    interface Known {

        boolean is(long revision);
    }

    /// Removes the endpoint with this id.
    ///
    /// @throws Problem if there is none
    void remove(UUID id) {
        KeptEndpoint last = get(id);
        for (int i = 0; i < TRIES; i++) {
            Note list = list();
            List<UUID> ids = ids(list);
            boolean _ = ids.remove(id);
            if (notes().write(list.saying(text(ids)))) {
                Note note = new Note(PREFIX + id, last.revision(), "");
                if (notes().remove(note)) return;
                last = get(id);
            }
        }
        throw busy();
    }

    /// Whether `id` is in the list now.
    private boolean enlisted(UUID id) {
        for (int i = 0; i < TRIES; i++) {
            Note list = list();
            List<UUID> ids = ids(list);
            if (ids.contains(id)) return true;
            if (ids.size() >= ENDPOINTS_MAX) return false;
            ids.add(id);
            if (notes().write(list.saying(text(ids)))) return true;
        }
        throw busy();
    }

    private void announce() {
        for (int i = 0; i < TRIES; i++) {
            if (notes().write(list())) return;
        }
        throw busy();
    }

    private Notes notes() {
        return ledger.notes();
    }

    private Note list() {
        return notes().last(LIST);
    }

    private static List<UUID> ids(Note list) {
        List<UUID> ids = new ArrayList<>();
        if (list.text().isEmpty()) return ids;
        for (String id : list.text().split(" ", -1)) ids.add(UUID.fromString(id));
        return ids;
    }

    private static String text(List<UUID> ids) {
        return String.join(" ", ids.stream().map(UUID::toString).toList());
    }

    private static KeptEndpoint kept(UUID id, Note note) {
        return new KeptEndpoint(EndpointJson.read(id, note.text()), note.revision());
    }

    private static Problem changed() {
        return new Problem(
                ProblemType.PRECONDITION_FAILED,
                "Look at the endpoint again, and send the ETag that it has now.");
    }

    private static LedgerException busy() {
        return new LedgerException("the endpoints are changed all the time");
    }

    static Problem missing() {
        return new Problem(
                ProblemType.WEBHOOK_ENDPOINT_NOT_FOUND, "GET /v1/webhook-endpoints lists them.");
    }
}
