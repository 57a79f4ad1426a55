package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.Ledger;
import usher.ledger.Notes.Note;

/// What was set aside, as notes of the ledger: one for each delivery, until it is sent again and
/// taken, or somebody discards it. Thread-safe; all calls block, and throw
/// [usher.ledger.LedgerException] if the ledger is away.
@Singleton
class FailedDeliveries {

    /// For each endpoint. If there are as many, nothing more is set aside.
    static final int FAILED_MAX = 1_000;

    private static final String PREFIX = "webhook/failed/%s/";
    private static final int TRIES = 5;

    private final Ledger ledger;

    FailedDeliveries(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Whether there are as many as there may be.
    boolean isFull(UUID endpoint) {
        return notes(endpoint).size() >= FAILED_MAX;
    }

    /// Keeps `delivery`, in place of what was known of the same; when this returns it is durable.
    ///
    /// @return whether it is kept
    boolean put(UUID endpoint, Delivery delivery) {
        for (int i = 0; i < TRIES; i++) {
            String name = name(endpoint, delivery.id());
            Note note = ledger.notes().last(name);
            String text = DeliveryJson.note(List.of(delivery));
            if (ledger.notes().write(note.saying(text))) return true;
        }
        return false;
    }

    /// All of `endpoint`.
    List<Delivery> all(UUID endpoint) {
        List<Delivery> all = new ArrayList<>();
        for (Note note : notes(endpoint)) all.addAll(DeliveryJson.read(note.text()));
        return all;
    }

    /// What is known of the delivery called `id`, if it failed.
    @Nullable Delivery find(UUID endpoint, String id) {
        Note note = ledger.notes().find(name(endpoint, id));
        return note == null ? null : DeliveryJson.read(note.text()).getFirst();
    }

    /// Forgets the delivery called `id`.
    ///
    /// @return whether there was one
    boolean forget(UUID endpoint, String id) {
        for (int i = 0; i < TRIES; i++) {
            Note note = ledger.notes().find(name(endpoint, id));
            if (note == null) return false;
            if (ledger.notes().remove(note)) return true;
        }
        return false;
    }

    /// Forgets all of `endpoint`.
    void forget(UUID endpoint) {
        for (Note note : notes(endpoint)) {
            boolean _ = ledger.notes().remove(note);
        }
    }

    private List<Note> notes(UUID endpoint) {
        return ledger.notes().list(PREFIX.formatted(endpoint), "", FAILED_MAX);
    }

    private static String name(UUID endpoint, String id) {
        return PREFIX.formatted(endpoint) + id;
    }
}
