package usher.domain.seating;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.CorruptHistory;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.StateHash;
import usher.domain.UndoLog;
import usher.domain.UserId;

/// Every seat of one event by its number, 1 to [#total].
///
/// A seat that was never touched costs two bits: records live in pages of [SeatPage#SEATS] seats
/// that come into being with the first hold among them. [#put] is the only way to change a seat;
/// the counts, each user's chain of holds and the heap of deadlines change with it.
public final class SeatTable {

    private final int total;
    private final UndoLog undo;
    private final long[] states;
    private final @Nullable SeatPage[] pages;
    private final int[] counts = new int[SeatStatus.values().length];
    private final Holders holders;
    private final DeadlineHeap deadlines = new DeadlineHeap(this);

    public SeatTable(int total, UndoLog undo) {
        this.total = total;
        this.undo = undo;
        this.states = TwoBits.allZero(total);
        this.pages = new SeatPage[total / SeatPage.SEATS + 1];
        this.holders = new Holders();
        this.counts[SeatStatus.AVAILABLE.code()] = total;
    }

    private SeatTable(SeatTable other) {
        this.total = other.total;
        this.undo = new UndoLog();
        this.states = other.states.clone();
        this.pages = other.pages.clone();
        this.holders = other.holders.copyOfNames();
        for (int i = 0; i < pages.length; i++) {
            SeatPage page = pages[i];
            if (page != null) pages[i] = page.copy();
        }
    }

    /// The records as they are now, to be read by another thread: [#get] and [#restate] work on it.
    public SeatTable copy() {
        return new SeatTable(this);
    }

    public int total() {
        return total;
    }

    public boolean has(int number) {
        return number >= 1 && number <= total;
    }

    public SeatStatus status(int number) {
        return SeatStatus.of(TwoBits.get(states, number));
    }

    public int count(SeatStatus status) {
        return counts[status.code()];
    }

    /// Insists that seat `number` is `expected`.
    ///
    /// @throws CorruptHistory if it is not: a fact contradicts the facts before it
    public void require(int number, SeatStatus expected) {
        if (!has(number)) throw new CorruptHistory("there is no seat " + number);
        if (status(number) != expected) {
            throw new CorruptHistory(
                    "seat %d is %s, not %s".formatted(number, status(number), expected));
        }
    }

    /// All that is known of seat `number`.
    public SeatRecord get(int number) {
        SeatPage page = pages[number / SeatPage.SEATS];
        if (page == null) return SeatRecord.FREE;
        int at = number % SeatPage.SEATS;
        int holder = page.holder[at];
        SeatStatus status = status(number);
        if (holder == Holders.NOBODY) return SeatRecord.FREE;
        return switch (status) {
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

    /// From now on seat `number` is as `next` says.
    public void put(int number, SeatRecord next) {
        if (undo.isRecording()) {
            SeatRecord previous = get(number);
            undo.add(() -> replace(number, previous));
        }
        replace(number, next);
    }

    /// How many seats `user` has with `status`, as of the last fact.
    public int countOf(UserId user, SeatStatus status) {
        int holder = holders.find(user);
        return switch (status) {
            case HELD -> holders.held(holder);
            case RESERVED -> holders.reserved(holder);
            case AVAILABLE -> 0;
        };
    }

    /// How many seats `user` holds at `atMillis`.
    public int heldBy(UserId user, long atMillis) {
        if (atMillis < earliestDeadline()) return countOf(user, SeatStatus.HELD);
        return heldSeatsOf(user, atMillis).size();
    }

    /// The seats that `user` holds at `atMillis`.
    public SeatSet heldSeatsOf(UserId user, long atMillis) {
        int holder = holders.find(user);
        int[] found = new int[holders.held(holder)];
        int size = 0;
        for (int seat = holders.firstHeld(holder); seat != 0; seat = page(seat).nextHeld(seat)) {
            if (atMillis < untilMillis(seat)) found[size++] = seat;
        }
        return SeatSet.of(Arrays.copyOf(found, size));
    }

    /// The earliest end of a hold, in milliseconds since 1970; [Long#MAX_VALUE] if nothing is held.
    public long earliestDeadline() {
        return deadlines.earliest();
    }

    /// The seats whose hold ends by `atMillis`.
    public SeatSet dueBy(long atMillis) {
        if (atMillis < earliestDeadline()) return SeatSet.none();
        IntCollector due = new IntCollector();
        deadlines.forEachBy(atMillis, due);
        return due.toSeatSet();
    }

    /// Makes true what a snapshot says.
    public void apply(SeatsRestated fact) {
        for (int i = 0; i < fact.seats().size(); i++) {
            require(fact.seats().get(i), SeatStatus.AVAILABLE);
            put(fact.seats().get(i), fact.record());
        }
    }

    /// Adds the facts that fold to these records: one for all seats that are alike.
    public void restate(Cause cause, List<Fact> facts) {
        Map<SeatRecord, IntCollector> alike = new LinkedHashMap<>();
        forEachTouched(
                seat -> alike.computeIfAbsent(get(seat), _ -> new IntCollector()).accept(seat));
        alike.forEach(
                (record, numbers) ->
                        facts.add(new SeatsRestated(cause, numbers.toSeatSet(), record)));
    }

    /// Adds every record to `hash`, by ascending number.
    public void addTo(StateHash hash) {
        forEachTouched(
                seat -> {
                    SeatRecord record = get(seat);
                    UserId owner = record.owner();
                    hash.add(seat).add(record.status().code());
                    hash.add(owner == null ? null : owner.value());
                    hash.add(record.sinceMillis()).add(record.untilMillis());
                    hash.add(record.refreshesUsed());
                });
    }

    /// Names each seat that is not simply free, by ascending number.
    public void forEachTouched(IntConsumer action) {
        for (int page = 0; page < pages.length; page++) {
            SeatPage touched = pages[page];
            if (touched == null) continue;
            for (int at = 0; at < SeatPage.SEATS; at++) {
                if (touched.holder[at] != Holders.NOBODY) action.accept(page * SeatPage.SEATS + at);
            }
        }
    }

    /// The states of all seats, as a copy that stays as it is.
    public States states(long version) {
        return new States(version, total, states.clone(), counts.clone());
    }

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

    private void replace(int number, SeatRecord next) {
        SeatPage page = page(number);
        int at = number % SeatPage.SEATS;
        SeatStatus previous = status(number);
        int previousHolder = page.holder[at];
        int holder = holders.retain(next.owner());
        if (previous == SeatStatus.HELD) {
            deadlines.remove(number);
            unchain(number, page, previousHolder);
        }
        holders.count(previousHolder, previous, -1);
        counts[previous.code()]--;
        page.write(at, holder, next);
        TwoBits.set(states, number, next.status().code());
        counts[next.status().code()]++;
        holders.count(holder, next.status(), 1);
        if (next.status() == SeatStatus.HELD) {
            chain(number, page, holder);
            deadlines.add(number);
        }
        holders.release(previousHolder);
    }

    private void chain(int number, SeatPage page, int holder) {
        int first = holders.firstHeld(holder);
        page.link(number, 0, first);
        if (first != 0) page(first).setPrevious(first, number);
        holders.setFirstHeld(holder, number);
    }

    private void unchain(int number, SeatPage page, int holder) {
        int previous = page.previousHeld(number);
        int next = page.nextHeld(number);
        if (previous == 0) {
            holders.setFirstHeld(holder, next);
        } else {
            page(previous).setNext(previous, next);
        }
        if (next != 0) page(next).setPrevious(next, previous);
    }

    private SeatPage page(int number) {
        SeatPage page = pages[number / SeatPage.SEATS];
        if (page == null) {
            page = new SeatPage();
            pages[number / SeatPage.SEATS] = page;
        }
        return page;
    }
}
