package usher.domain.seating;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import usher.domain.Cause;
import usher.domain.CorruptHistory;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.StateHash;
import usher.domain.UndoLog;
import usher.domain.UserId;
import usher.domain.plan.Plan;

/// Every seat of one event by its number, 1 to [#total].
///
/// [#put] is the only way to change a seat; the counts, each user's chain of holds and the heap of
/// deadlines change with it.
public final class SeatTable {

    private final UndoLog undo;
    private final SeatRecords records;
    private final Holders holders;
    private final DeadlineHeap deadlines;
    private final int[] counts = new int[SeatStatus.values().length];

    /// All free.
    public SeatTable(int total, UndoLog undo) {
        this.undo = undo;
        this.records = new SeatRecords(total);
        this.holders = records.holders();
        this.deadlines = new DeadlineHeap(records);
        this.counts[SeatStatus.AVAILABLE.code()] = total;
    }

    public int total() {
        return records.total();
    }

    public boolean has(int number) {
        return number >= 1 && number <= records.total();
    }

    /// Those of `wanted` that do not exist.
    public SeatSet absentAmong(SeatSet wanted) {
        return wanted.where(number -> !has(number));
    }

    public SeatStatus status(int number) {
        return records.status(number);
    }

    public int count(SeatStatus status) {
        return counts[status.code()];
    }

    /// All that is known of seat `number`, 1 to [#total].
    public SeatRecord get(int number) {
        return records.get(number);
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

    /// Insists that seat `number` is held at `atMillis`.
    ///
    /// @throws CorruptHistory if it is not, or if its hold is over by then
    public void requireHeld(int number, long atMillis) {
        require(number, SeatStatus.HELD);
        long until = records.untilMillis(number);
        if (until <= atMillis) {
            throw new CorruptHistory(
                    "the hold of seat %d is over since %d".formatted(number, until));
        }
    }

    /// Insists that seat `number` is held, and that its hold is over at `atMillis`.
    ///
    /// @throws CorruptHistory if it is not, or if its hold lasts longer
    public void requireOver(int number, long atMillis) {
        require(number, SeatStatus.HELD);
        if (atMillis < records.untilMillis(number)) {
            throw new CorruptHistory("the hold of seat " + number + " expires before its end");
        }
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
            case AVAILABLE, BLOCKED -> 0;
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
        for (int seat = holders.firstHeld(holder); seat != 0; seat = nextHeld(seat)) {
            if (atMillis < records.untilMillis(seat)) found[size++] = seat;
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

    /// The seats that are free at `atMillis`: until the next change.
    public FreeSeats freeAt(long atMillis) {
        return FreeSeats.of(records.liveStates(), dueBy(atMillis));
    }

    /// Makes true what a snapshot says.
    public void apply(SeatsRestated fact) {
        for (int i = 0; i < fact.seats().size(); i++) {
            int seat = fact.seats().get(i);
            require(seat, SeatStatus.AVAILABLE);
            put(seat, fact.record());
        }
    }

    /// A copy of every record, taken now, that any one thread may turn into facts later.
    public Supplier<List<Fact>> snapshot(Cause cause) {
        SeatRecords frozen = records.copy();
        return () -> frozen.restate(cause);
    }

    /// Adds every record of a seat that somebody has, or had last, to `hash`, by ascending number.
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

    /// Names each seat that somebody has, or had last, by ascending number.
    public void forEachTouched(IntConsumer action) {
        records.forEachTouched(action);
    }

    /// The states of all seats, as a copy that stays as it is.
    public States states(long version, Plan plan) {
        return new States(version, plan, records.states(), counts.clone());
    }

    /// Insists that everything in here agrees.
    ///
    /// @throws usher.domain.BrokenInvariant if it does not; it names the seat
    public void check() {
        new SeatInvariants(this).check();
    }

    SeatRecords records() {
        return records;
    }

    DeadlineHeap deadlines() {
        return deadlines;
    }

    private void replace(int number, SeatRecord next) {
        SeatStatus previous = status(number);
        int previousHolder = records.holder(number);
        int holder = holders.retain(next.owner());
        if (previous == SeatStatus.HELD) {
            deadlines.remove(number);
            unchain(number, previousHolder);
        }
        count(previousHolder, previous, -1);
        records.write(number, holder, next);
        count(holder, next.status(), 1);
        if (next.status() == SeatStatus.HELD) {
            chain(number, holder);
            deadlines.add(number);
        }
        holders.release(previousHolder);
    }

    private void count(int holder, SeatStatus status, int change) {
        counts[status.code()] += change;
        holders.count(holder, status, change);
    }

    private void chain(int number, int holder) {
        int first = holders.firstHeld(holder);
        records.page(number).link(number, 0, first);
        if (first != 0) records.page(first).setPrevious(first, number);
        holders.setFirstHeld(holder, number);
    }

    private void unchain(int number, int holder) {
        int previous = records.page(number).previousHeld(number);
        int next = nextHeld(number);
        if (previous == 0) {
            holders.setFirstHeld(holder, next);
        } else {
            records.page(previous).setNext(previous, next);
        }
        if (next != 0) records.page(next).setPrevious(next, previous);
    }

    private int nextHeld(int number) {
        return records.page(number).nextHeld(number);
    }
}
