package usher.bench.seed;

import java.time.Instant;

/// An evening in a house.
///
/// @param fullPrice of the best seat, in cents
record Show(String name, String description, Venue venue, Instant startsAt, long fullPrice) {

    /// What creates its event. None of its texts needs escaping.
    String body() {
        return """
        {"name":"%s","description":"%s","startsAt":"%s","sections":%s}\
        """
                .formatted(name, description, startsAt, venue.sections(fullPrice));
    }
}
