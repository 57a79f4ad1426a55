package usher.server.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.plan.Plan;
import usher.domain.plan.Section;

/// The access codes of a new event, in the words that the organizer chose: to be forgotten as soon
/// as the event has its id.
record NewAccessCodes(List<Code> codes) {

    static final NewAccessCodes NONE = new NewAccessCodes(List.of());

    /// @param word what opens it, as it is hashed
    private record Code(String word, List<String> tiers, @Nullable Instant salesFrom) {

        /// Without the word.
        @Override
        public String toString() {
            return "a code for " + tiers;
        }
    }

    /// The codes in the field `accessCodes`, if any.
    ///
    /// @param plan the places of the event; null if something is wrong with them
    /// @param salesFrom when the sales of the event begin; null: at once
    static NewAccessCodes read(Fields event, @Nullable Plan plan, @Nullable Instant salesFrom) {
        if (!event.has("accessCodes")) return NONE;
        List<Code> codes = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (Fields fields : event.objects("accessCodes", AccessCodes.CODES_MAX)) {
            Code code = readCode(fields, salesFrom);
            if (!words.add(code.word())) fields.wrong("code", "is that of another");
            if (plan != null) checkTiers(fields, code.tiers(), plan);
            codes.add(code);
        }
        return new NewAccessCodes(codes);
    }

    /// What the event with this id remembers of them.
    AccessCodes of(EventId event) {
        List<AccessCode> hashed = new ArrayList<>(codes.size());
        for (Code code : codes) {
            hashed.add(
                    new AccessCode(
                            GivenCode.hash(event, code.word()), code.tiers(), code.salesFrom()));
        }
        return hashed.isEmpty() ? AccessCodes.NONE : new AccessCodes(hashed);
    }

    private static Code readCode(Fields fields, @Nullable Instant salesFrom) {
        String word = GivenCode.normalized(fields.text("code", GivenCode.LENGTH_MAX));
        boolean opensTiers = fields.has("tiers");
        List<String> tiers = opensTiers ? fields.texts("tiers", Plan.SECTIONS_MAX) : List.of();
        Instant from = fields.optionalTime("salesFrom");
        if (from != null && (salesFrom == null || !from.isBefore(salesFrom))) {
            fields.wrong("salesFrom", "must be before the salesFrom of the event");
        }
        if (!opensTiers && !fields.has("salesFrom")) {
            fields.wrong("tiers", "is missing, and so is salesFrom: the code opens nothing");
        }
        fields.refuseUnknown();
        return new Code(word, tiers, from);
    }

    private static void checkTiers(Fields fields, List<String> tiers, Plan plan) {
        for (int i = 0; i < tiers.size(); i++) {
            String tier = tiers.get(i);
            boolean isKnown = tier.length() <= Section.NAME_LENGTH_MAX && plan.tier(tier) != null;
            if (!isKnown) fields.wrong("tiers[%d]".formatted(i), "is no tier of this event");
        }
    }
}
