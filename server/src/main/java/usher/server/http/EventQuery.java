package usher.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import usher.domain.catalog.ListedEvent;
import usher.domain.catalog.SearchText;
import usher.domain.event.EventStatus;

/// Which events of the list are asked for.
///
/// @param words what the name must have in it, as [SearchText] compares; empty: anything
/// @param status null: any
/// @param from not those that start before; null: all. An event without a date may yet come.
public record EventQuery(String words, @Nullable EventStatus status, @Nullable Instant from) {

    static final int QUERY_LENGTH_MAX = 200;

    /// What a query string asks for.
    ///
    /// @throws Problem naming what is wrong
    public static EventQuery of(
            @Nullable String query, @Nullable String status, @Nullable String from) {
        if (query != null && query.length() > QUERY_LENGTH_MAX) {
            throw Problem.field(
                    "query", "must have at most %d characters".formatted(QUERY_LENGTH_MAX));
        }
        return new EventQuery(
                query == null ? "" : SearchText.of(query), readStatus(status), readTime(from));
    }

    boolean matches(ListedEvent event) {
        Instant startsAt = event.now().details().startsAt();
        return (status == null || status == event.now().status())
                && (from == null || startsAt == null || !startsAt.isBefore(from))
                && event.searchText().contains(words);
    }

    private static @Nullable EventStatus readStatus(@Nullable String word) {
        if (word == null) return null;
        for (EventStatus status : EventStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(word)) return status;
        }
        throw Problem.field("status", "must be active, inactive or cancelled");
    }

    private static @Nullable Instant readTime(@Nullable String text) {
        if (text == null) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw Problem.field("from", "must be a time of RFC 3339, such as 2026-11-20T19:30:00Z");
        }
    }
}
