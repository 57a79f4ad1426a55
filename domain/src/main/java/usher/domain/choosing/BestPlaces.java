package usher.domain.choosing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Section;
import usher.domain.seating.FreeSeats;

/// Chooses the best places of a plan for a party: exactly, and always the same from the same.
///
/// Three ways are tried in turn; each is a class that says what it prefers. Why these, with
/// pictures: `docs/best-available.md`. Immutable.
public final class BestPlaces {

    /// How large a party may be, in people.
    public static final int QUANTITY_MAX = 100;

    private final List<Area> areas;
    private final SeatSet accessible;

    public BestPlaces(Plan plan) {
        List<Area> all = new ArrayList<>(plan.sections().size());
        for (int i = 0; i < plan.sections().size(); i++) {
            all.add(Area.of(plan, i));
        }
        areas = List.copyOf(all);
        accessible = accessible(areas);
    }

    /// The best places among `free` for `quantity` people, 1 to [#QUANTITY_MAX]; null if there are
    /// not enough.
    ///
    /// @param needAccessible whether only accessible places will do; else none is given away
    /// @param sections those that may be offered
    public @Nullable SeatSet choose(
            FreeSeats free, int quantity, boolean needAccessible, Predicate<Section> sections) {
        FreeSeats fit = needAccessible ? free.among(accessible) : free.without(accessible);
        Offer offer = new Offer(areas(sections), fit);
        SeatSet found = new Together(offer, quantity).find();
        if (found == null) found = new NearRows(offer, quantity).find();
        if (found == null) found = new Across(offer, quantity).find();
        return found;
    }

    private List<Area> areas(Predicate<Section> sections) {
        List<Area> found = new ArrayList<>(areas.size());
        for (Area area : areas) {
            if (sections.test(area.section())) found.add(area);
        }
        return found;
    }

    private static SeatSet accessible(List<Area> areas) {
        int[] seats = {};
        for (Area area : areas) {
            if (!(area.section() instanceof NumberedSection section)) continue;
            int size = seats.length;
            seats = Arrays.copyOf(seats, size + section.accessible().size());
            for (int i = size; i < seats.length; i++) {
                seats[i] = area.firstSeat() - 1 + section.accessible().get(i - size);
            }
        }
        return SeatSet.of(seats);
    }
}
