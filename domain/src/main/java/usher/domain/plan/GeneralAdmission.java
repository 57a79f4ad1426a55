package usher.domain.plan;

import org.jspecify.annotations.Nullable;

/// Places that are sold by quantity: nobody has a seat, everybody has room.
///
/// @param name 1 to 100 characters
/// @param rows a single one
public record GeneralAdmission(String name, Tier tier, Rows rows, @Nullable Position at)
        implements Section {

    public GeneralAdmission {
        Section.requireName("name", name);
        if (rows.count() != 1) throw new IllegalArgumentException("nobody stands in rows");
    }

    /// Room for `capacity` people, 1 to 100,000.
    public static GeneralAdmission of(String name, Tier tier, int capacity, @Nullable Position at) {
        return new GeneralAdmission(name, tier, Rows.equal(1, capacity), at);
    }

    @Override
    public GeneralAdmission in(Tier another) {
        return new GeneralAdmission(name, another, rows, at);
    }

    @Override
    public String label(int place) {
        return name + "-" + place;
    }

    @Override
    public boolean hasAisleAfter(int place) {
        return false;
    }

    @Override
    public boolean isAccessible(int place) {
        return false;
    }
}
