package usher.domain.choosing;

import java.util.Arrays;
import usher.domain.SeatSet;

/// The best way to share a party out over runs of free neighbours: a knapsack, solved exactly.
///
/// Several blocks in one run are never better than one, so a share is a count of people, and costs
/// what its [Preference] says. Runs are gone through from the last to the first; for each count of
/// people the best way to seat them so far is kept (Bellman, *Dynamic Programming*, 1957). How far
/// apart the outermost are takes no more than that: the last share adds its place, the first takes
/// its own away. Of equal ways the one that begins at the lowest number wins.
final class Shares {

    /// What the outermost are apart by.
    enum Apart {
        /// Seat widths of one row, so that the outer blocks move towards each other.
        BY_SEAT,
        /// Rows.
        BY_ROW,
        /// It does not matter.
        NOT
    }

    /// Where a share is among those of its party.
    private enum Role {
        ONLY,
        FIRST,
        BETWEEN,
        LAST
    }

    private final Offer offer;
    private final Runs runs;
    private final int quantity;
    private final Apart apart;

    /// By count of people: the best way to seat them in the runs gone through so far.
    private final long[] seated;

    /// By share of the run at hand: its preference between others, and as the last.
    private final long[] between;
    private final long[] last;

    /// By run and count of people: the share of that run in the best way, if it has one.
    private byte[] shares = new byte[0];

    private int from;
    private long best;
    private int bestRun;
    private int bestShare;

    Shares(Offer offer, Runs runs, int quantity, Apart apart) {
        this.offer = offer;
        this.runs = runs;
        this.quantity = quantity;
        this.apart = apart;
        this.seated = new long[quantity];
        this.between = new long[quantity];
        this.last = new long[quantity];
    }

    /// The preference of the best way to seat the party in the runs `begin` to before `end`;
    /// [Preference#NONE] if they have too few places.
    long best(int begin, int end) {
        from = begin;
        best = Preference.NONE;
        Arrays.fill(seated, Preference.NONE);
        forgetShares((end - begin) * quantity);
        for (int run = end - 1; run >= begin; run--) {
            seatTheLast(run);
            seatMore(run);
        }
        return best;
    }

    /// A preference that no way to seat the party in the runs `begin` to before `end` beats: as if
    /// all runs lay side by side in the middle of the first row. [Preference#NONE] if they have too
    /// few places.
    long bound(int begin, int end) {
        int places = 0;
        int inCompany = 0;
        int longest = 1;
        for (int run = begin; run < end; run++) {
            int length = shareMax(run, quantity);
            places += length;
            if (length > 1 || !runs.area(run).hasNeighbours()) inCompany += length;
            longest = Math.max(longest, length);
        }
        if (places < quantity) return Preference.NONE;
        int alone = quantity == 1 ? 0 : Math.max(0, quantity - inCompany);
        int groups = alone + Math.ceilDiv(quantity - alone, longest);
        return Preference.ALONE * alone + Preference.GROUP * groups + least(begin, groups);
    }

    /// How far apart, and from the best place, so many groups are at least.
    private long least(int run, int groups) {
        int row = runs.row(run);
        if (apart != Apart.BY_SEAT) return (long) row * quantity;
        int between = Math.max(0, groups - 1 - runs.area(run).aisles());
        return Preference.APART * (quantity - 1 + between)
                + Preference.leastDistance(row, quantity);
    }

    /// The places of the way that [#best] found last.
    SeatSet places() {
        int[] places = new int[quantity];
        int missing = quantity - bestShare;
        put(bestRun, bestShare, missing == 0 ? Role.ONLY : Role.FIRST, places, missing);
        for (int run = bestRun + 1; missing > 0; run++) {
            int share = shares[(run - from) * quantity + missing];
            if (share == 0) continue;
            Role role = share == missing ? Role.LAST : Role.BETWEEN;
            missing -= share;
            put(run, share, role, places, missing);
        }
        return SeatSet.of(places);
    }

    /// Those who are still missing sit in `run`, the first that is used.
    private void seatTheLast(int run) {
        for (int share = 1; share <= shareMax(run, quantity); share++) {
            int others = quantity - share;
            if (others > 0 && seated[others] == Preference.NONE) continue;
            long way =
                    others == 0
                            ? preference(run, share, Role.ONLY)
                            : seated[others] + preference(run, share, Role.FIRST);
            if (way > best) continue;
            best = way;
            bestRun = run;
            bestShare = share;
        }
    }

    /// Some sit in `run`, and some are still missing.
    private void seatMore(int run) {
        for (int share = 1; share <= shareMax(run, quantity - 1); share++) {
            between[share] = preference(run, share, Role.BETWEEN);
            last[share] = preference(run, share, Role.LAST);
        }
        for (int people = quantity - 1; people > 0; people--) {
            for (int share = 1; share <= shareMax(run, people); share++) {
                int others = people - share;
                if (others > 0 && seated[others] == Preference.NONE) continue;
                long way = others == 0 ? last[share] : seated[others] + between[share];
                if (way > seated[people]) continue;
                seated[people] = way;
                shares[(run - from) * quantity + people] = (byte) share;
            }
        }
    }

    private int shareMax(int run, int people) {
        return Math.min(runs.length(run), people);
    }

    private void forgetShares(int size) {
        if (shares.length < size) {
            shares = new byte[size];
        } else {
            Arrays.fill(shares, 0, size, (byte) 0);
        }
    }

    private long preference(int run, int share, Role role) {
        int start = start(run, share, role);
        long preference = Preference.GROUP + Preference.APART * apart(run, start, share, role);
        if (!runs.area(run).hasNeighbours()) {
            return preference + (long) runs.row(run) * share;
        }
        if (share == 1 && quantity > 1) preference += Preference.ALONE;
        preference += Preference.ORPHAN * Run.orphans(runs.length(run), share);
        int x = runs.x(run) + 2 * start;
        return preference + Preference.distance(runs.row(run), x, share);
    }

    private int apart(int run, int start, int share, Role role) {
        return switch (role) {
            case ONLY -> at(run, start + share - 1) - at(run, start);
            case FIRST -> -at(run, start);
            case BETWEEN -> 0;
            case LAST -> at(run, start + share - 1);
        };
    }

    private int at(int run, int place) {
        return switch (apart) {
            case BY_SEAT -> Math.floorDiv(runs.x(run), 2) + place;
            case BY_ROW -> runs.row(run);
            case NOT -> 0;
        };
    }

    /// Where in `run` its share begins, counted from 0.
    private int start(int run, int share, Role role) {
        if (!runs.area(run).hasNeighbours()) return 0;
        if (apart == Apart.BY_SEAT && role == Role.FIRST) return runs.length(run) - share;
        if (apart == Apart.BY_SEAT && role == Role.LAST) return 0;
        return Run.bestStart(runs.length(run), runs.x(run), share);
    }

    private void put(int run, int share, Role role, int[] places, int at) {
        Area area = runs.area(run);
        int next = runs.first(run) + start(run, share, role);
        for (int i = at; i < at + share; i++) {
            places[i] = next;
            next = area.hasNeighbours() ? next + 1 : offer.next(area, next + 1);
        }
    }
}
