package usher.engine.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.NullMarked;
import usher.ledger.Entry;
import usher.ledger.StreamId;

/// A destination in the hands of a test: it takes everything at once, until the test says
/// otherwise.
@NullMarked
final class HandDestination implements Destination {

    /// One entry that has arrived.
    record Arrival(StreamId stream, long version) {}

    /// Something on its way.
    record Parcel(List<Entry> entries, CompletableFuture<Receipt> receipt) {}

    private final List<Arrival> arrivals = new ArrayList<>();
    private final ArrayDeque<Parcel> waiting = new ArrayDeque<>();
    private final Set<StreamId> refused = new TreeSet<>();
    private final List<Integer> attempts = new ArrayList<>();
    private boolean isAway;
    private boolean isMute;
    private boolean waits;

    /// From now on nothing of `stream` is taken.
    void refuse(StreamId stream) {
        refused.add(stream);
    }

    void takeAll() {
        refused.clear();
        isAway = false;
        isMute = false;
    }

    /// From now on it cannot be reached.
    void goAway() {
        isAway = true;
    }

    /// From now on everything arrives, and no receipt comes back.
    void becomeMute() {
        isMute = true;
    }

    /// From now on everything waits for [#arrive].
    void await() {
        waits = true;
    }

    /// What has waited longest arrives.
    void arrive() {
        Parcel parcel = waiting.removeFirst();
        parcel.receipt().complete(take(parcel.entries()));
    }

    int waiting() {
        return waiting.size();
    }

    List<Arrival> arrivals() {
        return arrivals;
    }

    /// The versions of `stream` in the order in which they came.
    List<Long> versions(StreamId stream) {
        return arrivals.stream()
                .filter(arrival -> arrival.stream().equals(stream))
                .map(Arrival::version)
                .toList();
    }

    /// What it was told at each sending of how often that was tried before.
    List<Integer> attempts() {
        return attempts;
    }

    @Override
    public CompletionStage<Receipt> send(List<Entry> entries, int attempt) {
        attempts.add(attempt);
        Parcel parcel = new Parcel(entries, new CompletableFuture<>());
        waiting.addLast(parcel);
        if (!waits) arrive();
        return parcel.receipt();
    }

    @Override
    public int streamsAtOnceMax() {
        return 2;
    }

    @Override
    public int factsAtOnceMax() {
        return 3;
    }

    private Receipt take(List<Entry> entries) {
        if (isAway) return Receipt.away(0, "nobody is there");
        if (refused.contains(entries.getFirst().stream())) return Receipt.refused(0, "not that");
        for (Entry entry : entries) arrivals.add(new Arrival(entry.stream(), entry.version()));
        return isMute ? Receipt.away(0, "no receipt") : Receipt.all(entries.size());
    }
}
