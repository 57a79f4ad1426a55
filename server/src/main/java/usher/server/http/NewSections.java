package usher.server.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;

/// Reads the `sections` of a new event or venue, and says of each field why a plan cannot be made
/// of it.
final class NewSections {

    private final Fields house;
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Section> tiers = new HashMap<>();
    private @Nullable String currency;
    private long places;
    private long rows;

    private NewSections(Fields house) {
        this.house = house;
    }

    /// The plan that the sections of `house` make; null if something is wrong with them.
    static @Nullable Plan read(Fields house, TierReader tiers) {
        NewSections all = new NewSections(house);
        List<Fields> given = house.objects("sections", Plan.SECTIONS_MAX);
        for (Fields fields : given) all.read(fields, new NewSection(fields, tiers).read());
        all.checkSize();
        return house.isFine() ? Plan.of(all.sections) : null;
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
            house.wrong("sections", "have %d places; 100000 at most".formatted(places));
        } else if (rows > Rows.ROWS_MAX) {
            house.wrong("sections", "have %d rows; 10000 at most".formatted(rows));
        }
    }
}
