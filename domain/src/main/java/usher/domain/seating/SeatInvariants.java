package usher.domain.seating;

import static usher.domain.BrokenInvariant.unless;

import java.util.HashMap;
import java.util.Map;

/// What must hold of a [SeatTable] after every change: that all that it keeps beside the records
/// (counts, holders, chains, deadlines) says the same as the records.
///
/// Reads every seat, so it is for tests, simulation and `./usher verify`.
final class SeatInvariants {

    /// What one holder has, counted from the records.
    private static final class Tally {
        int references;
        int held;
        int reserved;
    }

    private final SeatTable table;
    private final SeatRecords records;
    private final Holders holders;
    private final Map<Integer, Tally> tallies = new HashMap<>();
    private final int[] counts = new int[SeatStatus.values().length];
    private long earliest = Long.MAX_VALUE;

    SeatInvariants(SeatTable table) {
        this.table = table;
        this.records = table.records();
        this.holders = records.holders();
    }

    void check() {
        for (int seat = 1; seat <= table.total(); seat++) {
            checkSeat(seat);
        }
        checkCounts();
        checkHolders();
        checkDeadlines();
    }

    private void checkSeat(int seat) {
        SeatStatus status = records.status(seat);
        int holder = records.holder(seat);
        counts[status.code()]++;
        if (holder == Holders.NOBODY) {
            boolean isTaken = status == SeatStatus.HELD || status == SeatStatus.RESERVED;
            unless(!isTaken, "seat %d is %s by nobody", seat, status);
            return;
        }
        unless(status != SeatStatus.BLOCKED, "seat %d is blocked, and somebody has it", seat);
        Tally tally = tallies.computeIfAbsent(holder, _ -> new Tally());
        tally.references++;
        switch (status) {
            case AVAILABLE, BLOCKED -> {}
            case HELD -> {
                tally.held++;
                checkHeld(seat);
            }
            case RESERVED -> tally.reserved++;
        }
    }

    private void checkHeld(int seat) {
        SeatRecord hold = records.get(seat);
        unless(hold.untilMillis() > hold.sinceMillis(), "seat %d is held for no time", seat);
        earliest = Math.min(earliest, hold.untilMillis());
        DeadlineHeap deadlines = table.deadlines();
        int index = records.heapIndex(seat);
        unless(
                index < deadlines.size() && deadlines.seatAt(index) == seat,
                "seat %d is held, and its deadline is forgotten",
                seat);
    }

    private void checkCounts() {
        for (SeatStatus status : SeatStatus.values()) {
            int counted = counts[status.code()];
            unless(
                    table.count(status) == counted,
                    "%d seats are %s, counted as %d",
                    counted,
                    status,
                    table.count(status));
        }
    }

    private void checkHolders() {
        unless(
                holders.size() == tallies.size(),
                "seats refer to %d users, and %d are known",
                tallies.size(),
                holders.size());
        tallies.forEach(this::checkHolder);
    }

    private void checkHolder(int holder, Tally tally) {
        String user = holders.user(holder).toString();
        unless(holders.find(holders.user(holder)) == holder, "user %s cannot be found", user);
        checkTally(user, "is referred to by", holders.references(holder), tally.references);
        checkTally(user, "holds", holders.held(holder), tally.held);
        checkTally(user, "reserved", holders.reserved(holder), tally.reserved);
        checkChain(holder, tally);
    }

    private static void checkTally(String user, String verb, int kept, int counted) {
        unless(kept == counted, "user %s %s %d seats, counted as %d", user, verb, counted, kept);
    }

    /// As many different seats as he holds, all of them his: so exactly those that he holds.
    private void checkChain(int holder, Tally tally) {
        int length = 0;
        int previous = 0;
        for (int seat = holders.firstHeld(holder); seat != 0; ) {
            boolean his = records.status(seat) == SeatStatus.HELD && records.holder(seat) == holder;
            unless(his, "seat %d is in the chain of %s and not his", seat, holders.user(holder));
            SeatPage page = records.page(seat);
            unless(page.previousHeld(seat) == previous, "seat %d is chained one way only", seat);
            unless(++length <= tally.held, "seat %d is in its chain twice", seat);
            previous = seat;
            seat = page.nextHeld(seat);
        }
        unless(
                length == tally.held,
                "of %d seats that %s holds, %d are in his chain",
                tally.held,
                holders.user(holder),
                length);
    }

    private void checkDeadlines() {
        DeadlineHeap deadlines = table.deadlines();
        int held = counts[SeatStatus.HELD.code()];
        unless(deadlines.size() == held, "%d deadlines of %d holds", deadlines.size(), held);
        for (int index = 1; index < deadlines.size(); index++) {
            int seat = deadlines.seatAt(index);
            int parent = deadlines.seatAt((index - 1) / 2);
            unless(
                    records.untilMillis(parent) <= records.untilMillis(seat),
                    "the hold of seat %d ends before that of seat %d, and waits behind it",
                    seat,
                    parent);
        }
        unless(
                table.earliestDeadline() == earliest,
                "the earliest hold ends at %d, not %d",
                earliest,
                table.earliestDeadline());
    }
}
