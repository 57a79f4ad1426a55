package usher.server.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import usher.domain.seating.SeatStatus;

/// Which seats of an event are listed.
enum SeatFilter {
    AVAILABLE(SeatStatus.AVAILABLE),
    HELD(SeatStatus.HELD),
    RESERVED(SeatStatus.RESERVED),
    ALL(null);

    private final @Nullable SeatStatus status;

    SeatFilter(@Nullable SeatStatus status) {
        this.status = status;
    }

    /// The filter with this name in a query.
    ///
    /// @throws Problem if there is none
    static SeatFilter named(String name) {
        for (SeatFilter filter : values()) {
            if (filter.name().toLowerCase(Locale.ROOT).equals(name)) return filter;
        }
        throw Problem.field("status", "must be available, held, reserved or all");
    }

    boolean admits(SeatStatus candidate) {
        return status == null || status == candidate;
    }
}
