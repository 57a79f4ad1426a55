package usher.server.http;

import usher.domain.plan.Money;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;

/// Reads the tier of a section: with its price where an event has sections of its own, without one
/// in a venue, whose events set prices.
@FunctionalInterface
interface TierReader {

    /// A tier of some kind also if something is wrong with it, as `section` knows then.
    Tier read(Fields section);

    /// `{"tier", "price": {"amount", "currency"}}`.
    static Tier priced(Fields section) {
        Tier unpriced = unpricedTier(section);
        Fields fields = section.optionalObject("price");
        if (fields == null) section.wrong("price", "is missing");
        if (fields == null) return unpriced;
        Money price = NewPrices.price(fields);
        return section.isFine() ? new Tier(unpriced.name(), price) : unpriced;
    }

    /// `{"tier"}`.
    static Tier unpriced(Fields section) {
        if (section.has("price")) section.wrong("price", "is for each event to set, in its prices");
        return unpricedTier(section);
    }

    private static Tier unpricedTier(Fields section) {
        String name = section.text("tier", Section.NAME_LENGTH_MAX);
        return Tier.unpriced(section.isFine() ? name : "none");
    }
}
