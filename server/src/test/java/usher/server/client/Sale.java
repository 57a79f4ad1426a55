package usher.server.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An event that was created for one test.
public record Sale(String id, int totalSeats) {

    /// A sale of so many seats, under the server's own policy.
    public static Sale of(int totalSeats) {
        return with(totalSeats, "{}");
    }

    /// A sale of so many seats, under a policy in JSON.
    public static Sale with(int totalSeats, String policy) {
        return at(Visitor.ann(), totalSeats, policy);
    }

    /// A sale that `organizer` creates.
    public static Sale at(Visitor organizer, int totalSeats, String policy) {
        String body =
                "{\"name\":\"A sale\",\"totalSeats\":%d,\"policy\":%s}"
                        .formatted(totalSeats, policy);
        return new Sale(organizer.post("/v1/events", body).is(201).text("id"), totalSeats);
    }

    /// Where the event is.
    public String path() {
        return "/v1/events/" + id;
    }

    /// Where its seats are.
    public String seats() {
        return path() + "/seats";
    }

    /// Where its holds are.
    public String holds() {
        return path() + "/holds";
    }

    /// Where its blocks are.
    public String blocks() {
        return path() + "/blocks";
    }

    /// A body that names seats.
    public String body(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> "\"" + seatId(number) + "\"")
                .collect(Collectors.joining(",", "{\"seats\":[", "]}"));
    }

    /// The id of a seat: that of its event with its number in the lowest 20 bits.
    public String seatId(int number) {
        return id.substring(0, id.length() - 5) + "%05x".formatted(number);
    }

    /// Where a seat is.
    public String seat(int number) {
        return seats() + "/" + seatId(number);
    }

    /// Where `what` is done with a seat: hold, refresh, release or reserve.
    public String seat(int number, String what) {
        return seat(number) + "/" + what;
    }

    /// Insists on the status of a seat, as everybody sees it.
    public void seatIs(int number, String status) {
        assertEquals(status, Visitor.nobody().get(seat(number)).is(200).text("status"));
    }
}
