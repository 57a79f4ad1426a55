package usher.server.http;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;

/// Reads the `sections` of a new event, and says of each field why a plan cannot be made of it.
final class NewSections {

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private final Fields event;
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Section> tiers = new HashMap<>();
    private @Nullable String currency;
    private long places;
    private long rows;

    private NewSections(Fields event) {
        this.event = event;
    }

    /// The plan that the sections make; null if something is wrong with them.
    static @Nullable Plan read(Fields event) {
        NewSections all = new NewSections(event);
        List<Fields> given = event.objects("sections", Plan.SECTIONS_MAX);
        for (Fields fields : given) all.read(fields, new NewSection(fields).read());
        all.checkSize();
        return event.isFine() ? Plan.of(all.sections) : null;
    }

    /// The ISO 4217 code of a currency that exists, in `field`.
    static String currency(Fields fields, String field) {
        String code = fields.text(field, 3);
        if (!code.isBlank() && !CURRENCIES.contains(code)) {
            fields.wrong(field, "must be a code of ISO 4217, such as EUR");
        }
        return code;
    }

    private void read(Fields fields, @Nullable Section section) {
        if (section == null) return;
        sections.add(section);
        places += section.capacity();
        rows += section.rows().count();
        String name = section.name();
        if (name != null && !names.add(name)) fields.wrong("name", "is that of another section");
        Tier tier = section.tier();
        if (tier != null) checkTier(fields, section, tier);
    }

    private void checkTier(Fields fields, Section section, Tier tier) {
        if (currency == null) currency = tier.price().currency();
        Section first = tiers.putIfAbsent(tier.name(), section);
        if (!tier.price().currency().equals(currency)) {
            fields.wrong("price.currency", "must be %s, as before".formatted(currency));
        } else if (first != null && !tier.equals(first.tier())) {
            fields.wrong("price", "must be that of the tier, as before");
        } else if (first != null && first.getClass() != section.getClass()) {
            fields.wrong("tier", "is numbered and general admission: give it two names");
        }
    }

    private void checkSize() {
        if (places > Plan.TOTAL_SEATS_MAX) {
            event.wrong("sections", "have %d places; 100000 at most".formatted(places));
        } else if (rows > Rows.ROWS_MAX) {
            event.wrong("sections", "have %d rows; 10000 at most".formatted(rows));
        }
    }
}
