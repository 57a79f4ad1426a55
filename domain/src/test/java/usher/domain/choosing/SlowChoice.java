package usher.domain.choosing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;

/// The slow, obvious twin of [BestPlaces]: tries every set of places there is.
///
/// What a set is worth is written from `docs/best-available.md`, sentence by sentence.
public final class SlowChoice {

    private final Plan plan;
    private final boolean[] free;
    private final boolean[] chosen;
    private final List<Integer> places = new ArrayList<>();
    private @Nullable Worth best;

    public SlowChoice(Plan plan, IntPredicate isOffered) {
        this.plan = plan;
        this.free = new boolean[plan.totalSeats() + 2];
        this.chosen = new boolean[plan.totalSeats() + 2];
        for (int seat = 1; seat <= plan.totalSeats(); seat++) free[seat] = isOffered.test(seat);
    }

    /// The best `quantity` places; null if there are not enough.
    public @Nullable SeatSet choose(int quantity) {
        Worth found = best(quantity);
        return found == null ? null : found.places();
    }

    @Nullable Worth best(int quantity) {
        best = null;
        tryAll(
                quantity,
                1,
                worth -> {
                    if (best == null || worth.compareTo(best) < 0) best = worth;
                });
        return best;
    }

    /// The fewest orphans that `quantity` people could leave who sit no worse than `like`: in as
    /// few rows, with no more of them alone.
    int fewestOrphans(Worth like, int quantity) {
        int[] fewest = {Integer.MAX_VALUE};
        tryAll(
                quantity,
                1,
                worth -> {
                    if (worth.sitsAsWellAs(like)) fewest[0] = Math.min(fewest[0], worth.orphans());
                });
        return fewest[0];
    }

    /// What it is worth to sit at `seats`.
    Worth worth(SeatSet seats) {
        for (int i = 0; i < seats.size(); i++) choose(seats.get(i), true);
        return worth();
    }

    private void tryAll(int missing, int from, Consumer<Worth> action) {
        if (missing == 0) {
            action.accept(worth());
            return;
        }
        for (int seat = from; seat <= plan.totalSeats(); seat++) {
            if (!free[seat]) continue;
            choose(seat, true);
            tryAll(missing - 1, seat + 1, action);
            choose(seat, false);
        }
    }

    private void choose(int seat, boolean isChosen) {
        chosen[seat] = isChosen;
        if (isChosen) places.addLast(seat);
        else places.removeLast();
    }

    private Worth worth() {
        int first = places.getFirst();
        int last = places.getLast();
        int rows = plan.row(last) - plan.row(first);
        boolean inOneRow = rows == 0;
        boolean inOneSection = plan.sectionIndex(first) == plan.sectionIndex(last);
        int groups = groups();
        int alone = alone();
        int orphans = orphans();
        if (groups == 1 && orphans == 0) return worth(1, 0, alone, orphans, groups, 0);
        if (alone == 0 && inOneRow) {
            int apart = Math.floorDiv(x(last), 2) - Math.floorDiv(x(first), 2);
            return worth(2, 0, alone, orphans, groups, apart);
        }
        if (alone == 0 && inOneSection) return worth(3, rows, alone, orphans, groups, 0);
        return worth(4, 0, alone, orphans, groups, rows);
    }

    private Worth worth(int way, int rows, int alone, int orphans, int groups, int apart) {
        int section = way == 4 ? 0 : plan.sectionIndex(places.getFirst());
        SeatSet seats = SeatSet.of(places.stream().mapToInt(Integer::intValue).toArray());
        return new Worth(way, rows, alone, orphans, groups, apart, section, distance(), seats);
    }

    private int groups() {
        int groups = 0;
        for (int i = 0; i < places.size(); i++) {
            if (i == 0 || !areTogether(places.get(i - 1), places.get(i))) groups++;
        }
        return groups;
    }

    private int alone() {
        if (places.size() == 1) return 0;
        int alone = 0;
        for (int seat : places) {
            boolean hasCompany = isBeside(seat, n -> chosen[n]);
            if (hasRow(seat) && !hasCompany) alone++;
        }
        return alone;
    }

    private int orphans() {
        int orphans = 0;
        for (int seat = 1; seat <= plan.totalSeats(); seat++) {
            if (!free[seat] || chosen[seat] || !hasRow(seat)) continue;
            boolean wasLone = !isBeside(seat, n -> free[n]);
            boolean isLone = !isBeside(seat, n -> free[n] && !chosen[n]);
            if (isLone && !wasLone) orphans++;
        }
        return orphans;
    }

    private int distance() {
        int distance = 0;
        for (int seat : places) {
            distance += plan.row(seat) + (hasRow(seat) ? Math.abs(x(seat)) / 2 : 0);
        }
        return distance;
    }

    /// Whether a neighbour of `seat` passes `test`.
    private boolean isBeside(int seat, IntPredicate test) {
        boolean left = seat > 1 && plan.isNextToNext(seat - 1) && test.test(seat - 1);
        return left || (plan.isNextToNext(seat) && test.test(seat + 1));
    }

    private boolean areTogether(int seat, int next) {
        if (hasRow(seat)) return next == seat + 1 && plan.isNextToNext(seat);
        return plan.sectionIndex(seat) == plan.sectionIndex(next);
    }

    /// Whether people sit side by side there.
    private boolean hasRow(int seat) {
        return !(plan.section(seat) instanceof GeneralAdmission);
    }

    private int x(int seat) {
        int place = plan.place(seat);
        if (plan.isPlain()) return 2 * (place - 1);
        Rows rows = plan.section(seat).rows();
        int row = rows.rowOf(place);
        return (place - rows.first(row)) - (rows.last(row) - place);
    }
}
