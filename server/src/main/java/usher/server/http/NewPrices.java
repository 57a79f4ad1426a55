package usher.server.http;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Money;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;

/// Reads the `prices` of an event at a venue: one for each tier, or `"standard"`, which is 100, 50
/// and 10 dollars for the tiers `VIP`, `Front Row` and `GA`.
final class NewPrices {

    static final String STANDARD = "standard";

    private static final Map<String, Money> STANDARD_PRICES =
            Map.of(
                    "VIP", new Money(100_00, "USD"),
                    "Front Row", new Money(50_00, "USD"),
                    "GA", new Money(10_00, "USD"));

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private NewPrices() {}

    /// The places of a venue at the prices that `event` sets; null if something is wrong with them.
    static @Nullable Plan read(Fields event, Plan venue) {
        Map<String, Money> prices =
                event.isText("prices") ? standard(event, venue) : given(event, venue);
        return event.isFine() ? venue.priced(prices) : null;
    }

    /// `{"amount", "currency"}`: no price in particular if something is wrong with it.
    static Money price(Fields fields) {
        long amount = fields.integer("amount", 0, Tier.PRICE_MAX);
        String currency = fields.text("currency", 3);
        if (!currency.isBlank() && !CURRENCIES.contains(currency)) {
            fields.wrong("currency", "must be a code of ISO 4217, such as EUR");
        }
        fields.refuseUnknown();
        return fields.isFine() ? new Money(amount, currency) : Money.UNSET;
    }

    private static Map<String, Money> standard(Fields event, Plan venue) {
        if (!STANDARD.equals(event.optionalText("prices", STANDARD.length()))) {
            event.wrong("prices", "must be \"standard\", or an object with a price for each tier");
        }
        for (Tier tier : venue.tiers()) {
            if (STANDARD_PRICES.containsKey(tier.name())) continue;
            event.wrong(
                    "prices", "\"standard\" knows no price for the tier %s".formatted(tier.name()));
        }
        return STANDARD_PRICES;
    }

    private static Map<String, Money> given(Fields event, Plan venue) {
        Map<String, Money> prices = new HashMap<>();
        Fields given = event.optionalObject("prices");
        if (given == null) {
            event.wrong("prices", "is missing: a price for each tier of the venue");
            return prices;
        }
        String currency = null;
        for (Tier tier : venue.tiers()) {
            Fields fields = given.optionalObject(tier.name());
            if (fields == null) {
                given.wrong(tier.name(), "is missing: each tier of the venue needs a price");
                continue;
            }
            Money price = price(fields);
            if (currency == null) currency = price.currency();
            if (!price.currency().equals(currency) && event.isFine()) {
                fields.wrong("currency", "must be %s, as before".formatted(currency));
            }
            prices.put(tier.name(), price);
        }
        given.refuseUnknown("is no tier of the venue");
        return prices;
    }
}
