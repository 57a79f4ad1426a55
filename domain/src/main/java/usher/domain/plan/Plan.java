package usher.domain.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All places of one event by their numbers, 1 to [#totalSeats], section after section. Immutable.
///
/// Everything about a place is computed from its number: nothing is kept for each.
public final class Plan {

    public static final int TOTAL_SEATS_MAX = 100_000;
    public static final int SECTIONS_MAX = 1_000;

    private final List<Section> sections;
    /// The number of the last place of each section.
    private final int[] lasts;
    /// How many rows there are up to the end of each section.
    private final int[] rowEnds;
    private final List<Tier> tiers;

    private Plan(List<Section> sections) {
        this.sections = List.copyOf(sections);
        this.lasts = new int[sections.size()];
        this.rowEnds = new int[sections.size()];
        this.tiers = tiers(sections);
        count();
    }

    /// Places that have a number and nothing else, 1 to 100,000 of them.
    public static Plan plain(int totalSeats) {
        if (totalSeats < 1 || totalSeats > TOTAL_SEATS_MAX) {
            throw new IllegalArgumentException("totalSeats must be 1 to 100000: " + totalSeats);
        }
        return new Plan(List.of(PlainSection.of(totalSeats)));
    }

    /// The places of `sections`, 1 to 1000 of them: names that differ, one price for each tier,
    /// one currency, no tier both numbered and not, 1 to 100,000 places and at most 10,000 rows.
    public static Plan of(List<? extends Section> sections) {
        if (sections.isEmpty() || sections.size() > SECTIONS_MAX) {
            throw new IllegalArgumentException("there must be 1 to 1000 sections");
        }
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            String name = section.name();
            if (name == null) throw new IllegalArgumentException("a section has no name");
            if (!names.add(name)) {
                throw new IllegalArgumentException("two sections are called " + name);
            }
        }
        return new Plan(List.copyOf(sections));
    }

    /// The same places at `prices`: one for each tier, all in one currency.
    public Plan priced(Map<String, Money> prices) {
        List<Section> priced = new ArrayList<>(sections.size());
        for (Section section : sections) {
            Tier tier = section.tier();
            Money price = tier == null ? null : prices.get(tier.name());
            if (tier == null || price == null) {
                throw new IllegalArgumentException("no price for tier " + tier);
            }
            priced.add(section.in(new Tier(tier.name(), price)));
        }
        return new Plan(priced);
    }

    public int totalSeats() {
        return lasts[lasts.length - 1];
    }

    /// Whether its places have a number and nothing else.
    public boolean isPlain() {
        return sections.getFirst() instanceof PlainSection;
    }

    public List<Section> sections() {
        return sections;
    }

    /// The tiers in the order in which the sections name them first.
    public List<Tier> tiers() {
        return tiers;
    }

    /// The tier with this name, or null.
    public @Nullable Tier tier(String name) {
        for (Tier tier : tiers) {
            if (tier.name().equals(name)) return tier;
        }
        return null;
    }

    /// How many places are of `tier`.
    public int capacity(Tier tier) {
        int capacity = 0;
        for (Section section : sections) {
            if (tier.equals(section.tier())) capacity += section.capacity();
        }
        return capacity;
    }

    /// Whether places of `tier` are chosen one by one, not bought by quantity.
    public boolean isNumbered(Tier tier) {
        for (Section section : sections) {
            if (tier.equals(section.tier())) return section instanceof NumberedSection;
        }
        return false;
    }

    /// The index in [#sections] of the section in which `seat` lies.
    public int sectionIndex(int seat) {
        int found = Arrays.binarySearch(lasts, seat);
        return found >= 0 ? found : -found - 1;
    }

    /// The section in which `seat` lies.
    public Section section(int seat) {
        return sections.get(sectionIndex(seat));
    }

    /// The tier of `seat`; null if its event has none.
    public @Nullable Tier tier(int seat) {
        return section(seat).tier();
    }

    /// The number of the first seat of the section with this index.
    public int firstSeat(int section) {
        return section == 0 ? 1 : lasts[section - 1] + 1;
    }

    /// The number of the last seat of the section with this index.
    public int lastSeat(int section) {
        return lasts[section];
    }

    /// Which place `seat` is within its section, from 1.
    public int place(int seat) {
        return seat - firstSeat(sectionIndex(seat)) + 1;
    }

    /// What stands on the ticket of `seat`; null if that is only its number.
    public @Nullable String label(int seat) {
        int section = sectionIndex(seat);
        return sections.get(section).label(seat - firstSeat(section) + 1);
    }

    /// Whether `seat` is for somebody in a wheelchair.
    public boolean isAccessible(int seat) {
        int section = sectionIndex(seat);
        return sections.get(section).isAccessible(seat - firstSeat(section) + 1);
    }

    /// How many rows all sections have.
    public int rowCount() {
        return rowEnds[rowEnds.length - 1];
    }

    /// The row in which `seat` lies, counted from 0 over all sections.
    public int row(int seat) {
        int section = sectionIndex(seat);
        int place = seat - firstSeat(section) + 1;
        return firstRow(section) + sections.get(section).rows().rowOf(place);
    }

    /// The first row of the section with this index.
    public int firstRow(int section) {
        return section == 0 ? 0 : rowEnds[section - 1];
    }

    /// Whether `seat` and the one numbered next are side by side: in one row, with no aisle
    /// between.
    public boolean isNextToNext(int seat) {
        int index = sectionIndex(seat);
        Section section = sections.get(index);
        int place = seat - firstSeat(index) + 1;
        Rows rows = section.rows();
        return place < rows.last(rows.rowOf(place)) && !section.hasAisleAfter(place);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan that && sections.equals(that.sections);
    }

    @Override
    public int hashCode() {
        return sections.hashCode();
    }

    @Override
    public String toString() {
        return "%d sections, %d places".formatted(sections.size(), totalSeats());
    }

    private void count() {
        int seats = 0;
        int rows = 0;
        for (int i = 0; i < lasts.length; i++) {
            seats += sections.get(i).capacity();
            rows += sections.get(i).rows().count();
            lasts[i] = seats;
            rowEnds[i] = rows;
        }
        if (seats > TOTAL_SEATS_MAX) {
            throw new IllegalArgumentException("the sections must have 1 to 100000 places in all");
        }
        if (rows > Rows.ROWS_MAX) {
            throw new IllegalArgumentException("the sections must have 1 to 10000 rows in all");
        }
    }

    private static List<Tier> tiers(List<Section> sections) {
        Map<String, Section> firsts = new HashMap<>();
        List<Tier> tiers = new ArrayList<>();
        for (Section section : sections) {
            Tier tier = section.tier();
            if (tier == null) continue;
            Section first = firsts.putIfAbsent(tier.name(), section);
            if (first == null) {
                tiers.add(tier);
            } else {
                requireAlike(tier, first, section);
            }
            requireSameCurrency(tiers.getFirst(), tier);
        }
        return List.copyOf(tiers);
    }

    private static void requireAlike(Tier tier, Section first, Section other) {
        if (!tier.equals(first.tier())) {
            throw new IllegalArgumentException("tier %s has two prices".formatted(tier.name()));
        }
        if (first.getClass() != other.getClass()) {
            throw new IllegalArgumentException(
                    "tier %s is numbered and general admission".formatted(tier.name()));
        }
    }

    private static void requireSameCurrency(Tier first, Tier other) {
        if (!first.price().currency().equals(other.price().currency())) {
            throw new IllegalArgumentException("all prices must be in one currency");
        }
    }
}
