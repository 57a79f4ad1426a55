package usher.domain.seating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Fact;

/// What is known of each seat, by its number: two bits for all, a record for those once touched.
///
/// Records live in pages of [SeatPage#SEATS] seats that come into being with the first hold among
/// them, so a seat that was never touched costs two bits. Owned by a [SeatTable], which keeps
/// everything that follows from a record in step with it.
final class SeatRecords {

    private final int total;
    private final long[] states;
    private final @Nullable SeatPage[] pages;
    private final Holders holders;

    /// All free.
    SeatRecords(int total) {
        this.total = total;
        this.states = TwoBits.allZero(total);
        this.pages = new SeatPage[total / SeatPage.SEATS + 1];
        this.holders = new Holders();
    }

    private SeatRecords(SeatRecords other) {
        this.total = other.total;
        this.states = other.states.clone();
        this.pages = other.pages.clone();
        this.holders = other.holders.copyOfNames();
        for (int i = 0; i < pages.length; i++) {
            SeatPage page = pages[i];
            if (page != null) pages[i] = page.copy();
        }
    }

    /// The records as they are now, for another thread: [#get] and [#restate] work on the copy.
    SeatRecords copy() {
        return new SeatRecords(this);
    }

    int total() {
        return total;
    }

    Holders holders() {
        return holders;
    }

    SeatStatus status(int number) {
        return SeatStatus.of(TwoBits.get(states, number));
    }

    /// The two bits of every seat, as a copy.
    long[] states() {
        return states.clone();
    }

    /// The two bits of every seat, as they are and as they change.
    long[] liveStates() {
        return states;
    }

    /// All that is known of seat `number`.
    SeatRecord get(int number) {
        SeatPage page = pages[number / SeatPage.SEATS];
        int at = number % SeatPage.SEATS;
        int holder = page == null ? Holders.NOBODY : page.holder[at];
        if (page == null || holder == Holders.NOBODY) return ofNobody(number);
        return switch (status(number)) {
            case BLOCKED -> SeatRecord.BLOCKED;
            case AVAILABLE -> SeatRecord.expired(holders.user(holder));
            case RESERVED -> SeatRecord.reserved(holders.user(holder), page.sinceMillis[at]);
            case HELD ->
                    new SeatRecord(
                            SeatStatus.HELD,
                            holders.user(holder),
                            page.sinceMillis[at],
                            page.sinceMillis[at] + page.heldMillis[at],
                            page.refreshesUsed[at]);
        };
    }

    private SeatRecord ofNobody(int number) {
        return status(number) == SeatStatus.BLOCKED ? SeatRecord.BLOCKED : SeatRecord.FREE;
    }

    /// Seat `number` is as `next` says; `holder` is the number of its owner.
    void write(int number, int holder, SeatRecord next) {
        if (holder != Holders.NOBODY || pages[number / SeatPage.SEATS] != null) {
            page(number).write(number % SeatPage.SEATS, holder, next);
        }
        TwoBits.set(states, number, next.status().code());
    }

    /// The number of who owns or last held seat `number`.
    int holder(int number) {
        SeatPage page = pages[number / SeatPage.SEATS];
        return page == null ? Holders.NOBODY : page.holder[number % SeatPage.SEATS];
    }

    /// When the hold of seat `number` ends.
    long untilMillis(int number) {
        SeatPage page = page(number);
        int at = number % SeatPage.SEATS;
        return page.sinceMillis[at] + page.heldMillis[at];
    }

    int heapIndex(int number) {
        return page(number).heapIndex[number % SeatPage.SEATS];
    }

    void setHeapIndex(int number, int index) {
        page(number).heapIndex[number % SeatPage.SEATS] = index;
    }

    /// The page of seat `number`, which comes into being now if it has to.
    SeatPage page(int number) {
        SeatPage page = pages[number / SeatPage.SEATS];
        if (page == null) {
            page = new SeatPage();
            pages[number / SeatPage.SEATS] = page;
        }
        return page;
    }

    /// Names each seat that somebody has, or had last, by ascending number.
    void forEachTouched(IntConsumer action) {
        for (int i = 0; i < pages.length; i++) {
            SeatPage page = pages[i];
            if (page == null) continue;
            for (int at = 0; at < SeatPage.SEATS; at++) {
                if (page.holder[at] != Holders.NOBODY) action.accept(i * SeatPage.SEATS + at);
            }
        }
    }

    /// The facts that fold to these records: one for all seats that are alike.
    List<Fact> restate(Cause cause) {
        Map<SeatRecord, IntCollector> alike = new LinkedHashMap<>();
        forEachTouched(
                seat -> alike.computeIfAbsent(get(seat), _ -> new IntCollector()).accept(seat));
        List<Fact> facts = new ArrayList<>(alike.size());
        alike.forEach(
                (record, numbers) ->
                        facts.add(new SeatsRestated(cause, numbers.toSeatSet(), record)));
        return facts;
    }
}
