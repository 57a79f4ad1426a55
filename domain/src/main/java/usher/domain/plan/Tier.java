package usher.domain.plan;

/// A price category of an event.
///
/// @param name 1 to 100 characters
/// @param price up to [#PRICE_MAX] in minor units, so that a house full of them is still [Money]
public record Tier(String name, Money price) {

    public static final long PRICE_MAX = Money.AMOUNT_MAX / Plan.TOTAL_SEATS_MAX;

    public Tier {
        Section.requireName("tier", name);
        if (price.amount() > PRICE_MAX) {
            throw new IllegalArgumentException("price must be 0 to " + PRICE_MAX);
        }
    }

    /// A tier whose price is set later.
    public static Tier unpriced(String name) {
        return new Tier(name, Money.UNSET);
    }
}
