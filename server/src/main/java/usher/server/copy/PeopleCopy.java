package usher.server.copy;

import java.util.List;
import usher.server.people.OwedMail;
import usher.server.people.People;

/// Copies what is known of people, and what they are owed.
///
/// @param known how many there were to copy
/// @param adopted how many of them were not known there before
/// @param areKept whether people can be kept there at all
public record PeopleCopy(long known, long adopted, boolean areKept) {

    private static final int PEOPLE_AT_ONCE = 256;

    /// Copies all of `from`, to which nobody writes meanwhile, into `to`, if people can be kept
    /// there.
    public static PeopleCopy run(People from, People to) {
        long known = 0;
        long adopted = 0;
        List<OwedMail> page = from.list(null, PEOPLE_AT_ONCE);
        while (!page.isEmpty()) {
            known += page.size();
            if (to.areKept()) adopted += to.adopt(page);
            page = from.list(page.getLast().contact(), PEOPLE_AT_ONCE);
        }
        return new PeopleCopy(known, adopted, to.areKept());
    }

    /// Whether all of them are there now, as they were.
    public boolean isWhole() {
        return adopted == known;
    }
}
