package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// What a load is sent to ask for. It goes to the generator in words, and is a [Script] there.
public sealed interface Errand {

    /// One call for one place after the other.
    ///
    /// @param events a file with the ids of the events, one in each line
    /// @param first the place to begin with, counted from 0
    record Seats(Call call, Path events, Places places, long first) implements Errand {

        @Override
        public Script script() throws IOException {
            return new SeatRush(call, places, ids(events), first);
        }

        @Override
        public String words() {
            return "errand=seats call=%s events=%s %s first=%d"
                    .formatted(call, events, places.words(), first);
        }
    }

    /// Holding a place and letting it go again, one after the other, over one connection.
    ///
    /// @param events a file with the ids of the events, one in each line
    record Flicker(Path events, Places places) implements Errand {

        @Override
        public Script script() throws IOException {
            return new SeatFlicker(places, ids(events));
        }

        @Override
        public String words() {
            return "errand=flicker events=%s %s".formatted(events, places.words());
        }
    }

    /// Holding the best seats of one event after the other, each time for another user.
    ///
    /// @param events a file with the ids of the events, one in each line
    /// @param quantity how many seats at once
    /// @param first the user to begin with, counted from 0
    record Best(Path events, int quantity, long first) implements Errand {

        @Override
        public Script script() throws IOException {
            return new BestRush(ids(events), quantity, first);
        }

        @Override
        public String words() {
            return "errand=best events=%s quantity=%d first=%d".formatted(events, quantity, first);
        }
    }

    /// Booking so many places of a tier of one event after the other, each time for another user.
    ///
    /// @param events a file with the ids of the events, one in each line
    /// @param tier a word without blanks
    /// @param first the user to begin with, counted from 0
    record Orders(Path events, String tier, int quantity, long first) implements Errand {

        @Override
        public Script script() throws IOException {
            return new OrderRush(ids(events), tier, quantity, first);
        }

        @Override
        public String words() {
            return "errand=orders events=%s tier=%s quantity=%d first=%d"
                    .formatted(events, tier, quantity, first);
        }
    }

    /// Whole visits at one place after the other: hold, book, pay, look.
    ///
    /// @param events a file with the ids of the events, one in each line
    /// @param first the place to begin with, counted from 0
    record Journeys(Path events, Places places, long first) implements Errand {

        @Override
        public Script script() throws IOException {
            return new JourneyRush(places, ids(events), first);
        }

        @Override
        public String words() {
            return "errand=journeys events=%s %s first=%d".formatted(events, places.words(), first);
        }
    }

    /// The same request again and again.
    ///
    /// @param request a file with its bytes
    /// @param status what it should be answered with
    record Same(Path request, int status) implements Errand {

        @Override
        public Script script() throws IOException {
            return new SameRequest(Files.readAllBytes(request), status);
        }

        @Override
        public String words() {
            return "errand=same request=%s status=%d".formatted(request, status);
        }
    }

    /// What is asked, and what is expected.
    ///
    /// @throws IOException if a file cannot be read
    Script script() throws IOException;

    /// As [#parse] reads it.
    String words();

    static Errand parse(Words words) {
        return switch (words.text("errand")) {
            case "seats" ->
                    new Seats(
                            Call.valueOf(words.text("call")),
                            Path.of(words.text("events")),
                            Places.parse(words),
                            words.number("first"));
            case "best" ->
                    new Best(
                            Path.of(words.text("events")),
                            words.integer("quantity"),
                            words.number("first"));
            case "orders" ->
                    new Orders(
                            Path.of(words.text("events")),
                            words.text("tier"),
                            words.integer("quantity"),
                            words.number("first"));
            case "journeys" ->
                    new Journeys(
                            Path.of(words.text("events")),
                            Places.parse(words),
                            words.number("first"));
            case "flicker" -> new Flicker(Path.of(words.text("events")), Places.parse(words));
            case "same" -> new Same(Path.of(words.text("request")), words.integer("status"));
            default -> throw new IllegalArgumentException("no such errand");
        };
    }

    private static List<UUID> ids(Path events) throws IOException {
        return Files.readAllLines(events, ISO_8859_1).stream().map(UUID::fromString).toList();
    }
}
