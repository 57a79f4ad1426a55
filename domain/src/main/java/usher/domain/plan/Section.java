package usher.domain.plan;

import org.jspecify.annotations.Nullable;

/// A part of the place whose places are sold alike. Its places are numbered from 1, row by row.
public sealed interface Section permits NumberedSection, GeneralAdmission, PlainSection {

    int NAME_LENGTH_MAX = 100;

    /// What it is called, once in an event; null if there is nothing to tell it from.
    @Nullable String name();

    /// What a place in it costs; null if places of this event have no price.
    @Nullable Tier tier();

    /// The same places, sold as those of another tier; places without a tier stay without.
    Section in(Tier another);

    /// Its rows: a single one where nobody sits in rows.
    Rows rows();

    /// What stands on the ticket of `place`, once in a section; null if that is only its number.
    @Nullable String label(int place);

    /// Where it lies; null: behind the sections before it.
    @Nullable Position at();

    /// Whether somebody could walk between `place` and the next one of its row.
    boolean hasAisleAfter(int place);

    /// Whether `place` is for somebody in a wheelchair.
    boolean isAccessible(int place);

    /// How many places it has.
    default int capacity() {
        return rows().total();
    }

    /// Insists that `name` may be that of a section or tier.
    static void requireName(String what, String name) {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(what + " must have 1 to 100 characters");
        }
    }
}
