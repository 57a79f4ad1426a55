package usher.bench.load;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One load that the generator is told to run.
///
/// @param ports of the servers on this machine, among which the connections take turns
/// @param connections at most one request is under way on each
/// @param perSecond how many requests are due in a second; 0: each connection asks again once it
///     is answered
/// @param millis for how long requests are due
public record LoadOrder(
        List<Integer> ports, int connections, int perSecond, long millis, Errand errand) {

    public LoadOrder {
        ports = List.copyOf(ports);
    }

    /// At one server.
    public LoadOrder(int port, int connections, int perSecond, long millis, Errand errand) {
        this(List.of(port), connections, perSecond, millis, errand);
    }

    static LoadOrder parse(String line) {
        Words words = Words.of(line);
        return new LoadOrder(
                ports(words.text("ports")),
                words.integer("connections"),
                words.integer("perSecond"),
                words.number("millis"),
                Errand.parse(words));
    }

    String line() {
        String where = ports.stream().map(String::valueOf).collect(Collectors.joining(","));
        return "ports=%s connections=%d perSecond=%d millis=%d %s"
                .formatted(where, connections, perSecond, millis, errand.words());
    }

    private static List<Integer> ports(String text) {
        return Stream.of(text.split(",", -1)).map(Integer::valueOf).toList();
    }

    Schedule schedule() {
        return perSecond == 0 ? Schedule.closed(millis) : Schedule.open(perSecond, millis);
    }
}
