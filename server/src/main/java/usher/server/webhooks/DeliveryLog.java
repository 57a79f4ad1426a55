package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.RelayObserver;
import usher.ledger.Ledger;
import usher.ledger.Notes;
import usher.ledger.Notes.Note;
import usher.ledger.StreamId;
import usher.server.http.Clock;

/// What was delivered lately and what waits, as a note of the ledger for each endpoint: for whoever
/// looks, on any node. What failed is not in here.
///
/// It is written about once a second, so a crash may lose the last of it; nothing but what is shown
/// depends on it. Thread-safe; what blocks says so.
@Singleton
public final class DeliveryLog implements RelayObserver {

    /// Of each endpoint, delivered ones and waiting ones each.
    static final int DELIVERIES_MAX = 50;

    private static final String PREFIX = "webhook/log/";
    private static final int PENDING_MAX = 200;
    private static final Pattern ROUTE = Pattern.compile("webhook-(.{36})\\.\\d+");

    /// What is known of an endpoint and not yet written, by the ids of deliveries, and what waits.
    private static final class Page {
        private final Map<String, Delivery> pending = new LinkedHashMap<>();
        private final Map<StreamId, Delivery> waiting = new HashMap<>();
    }

    private final Ledger ledger;
    private final Clock clock;
    private final Map<UUID, Page> pages = new HashMap<>();

    DeliveryLog(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Something became of `delivery`.
    synchronized void add(UUID endpoint, Delivery delivery) {
        Page page = pages.computeIfAbsent(endpoint, _ -> new Page());
        if (delivery.status() == Delivery.Status.WAITING) {
            page.waiting.put(delivery.stream(), delivery);
        } else {
            page.waiting.remove(delivery.stream());
        }
        page.pending.remove(delivery.id());
        page.pending.put(delivery.id(), delivery);
        if (page.pending.size() > PENDING_MAX) {
            page.pending.remove(page.pending.keySet().iterator().next());
        }
    }

    @Override
    public synchronized void heldUp(
            String route, StreamId stream, String reason, long againMillis) {
        Page page = page(route);
        Delivery waiting = page == null ? null : page.waiting.get(stream);
        if (page == null || waiting == null) return;
        postpone(page, waiting, againMillis);
    }

    @Override
    public synchronized void away(String route, String reason, long againMillis) {
        Page page = page(route);
        if (page == null) return;
        List.copyOf(page.waiting.values()).forEach(each -> postpone(page, each, againMillis));
    }

    private void postpone(Page page, Delivery waiting, long againMillis) {
        Delivery again = waiting.againAt(clock.nowMillis() + againMillis);
        page.waiting.put(again.stream(), again);
        page.pending.put(again.id(), again);
    }

    private @Nullable Page page(String route) {
        Matcher matcher = ROUTE.matcher(route);
        return matcher.matches() ? pages.get(UUID.fromString(matcher.group(1))) : null;
    }

    /// What is known of `endpoint`, the newest first. Blocks.
    List<Delivery> of(UUID endpoint) {
        Note note = ledger.notes().last(PREFIX + endpoint);
        return merged(DeliveryJson.read(note.text()), pending(endpoint));
    }

    /// Writes what is not yet written. Blocks. One thread at a time.
    void write() {
        for (UUID endpoint : endpoints()) {
            List<Delivery> pending = pending(endpoint);
            if (pending.isEmpty()) continue;
            Note note = ledger.notes().last(PREFIX + endpoint);
            String text = text(merged(DeliveryJson.read(note.text()), pending));
            if (ledger.notes().write(note.saying(text))) written(endpoint, pending);
        }
    }

    /// Forgets everything of `endpoint`. Blocks.
    void forget(UUID endpoint) {
        synchronized (this) {
            pages.remove(endpoint);
        }
        Note note = ledger.notes().find(PREFIX + endpoint);
        if (note != null) {
            boolean _ = ledger.notes().remove(note);
        }
    }

    private synchronized List<UUID> endpoints() {
        return List.copyOf(pages.keySet());
    }

    private synchronized List<Delivery> pending(UUID endpoint) {
        Page page = pages.get(endpoint);
        return page == null ? List.of() : List.copyOf(page.pending.values());
    }

    private synchronized void written(UUID endpoint, List<Delivery> written) {
        Page page = pages.get(endpoint);
        if (page == null) return;
        for (Delivery delivery : written) {
            boolean _ = page.pending.remove(delivery.id(), delivery);
        }
    }

    /// The newest of both, the newest first. A stream goes on in order, so whatever waited there is
    /// over as soon as something later is known of it.
    private static List<Delivery> merged(List<Delivery> old, List<Delivery> later) {
        Map<String, Delivery> byId = new LinkedHashMap<>();
        old.forEach(delivery -> byId.put(delivery.id(), delivery));
        for (Delivery delivery : later) {
            byId.values().removeIf(other -> isOverBy(delivery, other));
            if (delivery.status() != Delivery.Status.FAILED) byId.put(delivery.id(), delivery);
        }
        List<Delivery> newestFirst = new ArrayList<>(byId.values());
        newestFirst.sort(Comparator.comparingLong(Delivery::atMillis).reversed());
        return cut(newestFirst);
    }

    private static boolean isOverBy(Delivery later, Delivery other) {
        if (other.id().equals(later.id())) return true;
        return other.status() == Delivery.Status.WAITING
                && other.stream().equals(later.stream())
                && other.version() < later.version();
    }

    private static List<Delivery> cut(List<Delivery> newestFirst) {
        Map<Delivery.Status, Integer> counts = new HashMap<>();
        List<Delivery> kept = new ArrayList<>();
        for (Delivery delivery : newestFirst) {
            int count = counts.merge(delivery.status(), 1, Integer::sum);
            if (count <= DELIVERIES_MAX) kept.add(delivery);
        }
        return kept;
    }

    private static String text(List<Delivery> newestFirst) {
        List<Delivery> kept = newestFirst;
        String text = DeliveryJson.note(kept);
        while (text.length() > Notes.TEXT_LENGTH_MAX) {
            kept = kept.subList(0, kept.size() - 1);
            text = DeliveryJson.note(kept);
        }
        return text;
    }
}
