package usher.bench.load;

/// One load that the generator is told to run.
///
/// @param port of the server on this machine
/// @param connections at most one request is under way on each
/// @param perSecond how many requests are due in a second; 0: each connection asks again once it
///     is answered
/// @param millis for how long requests are due
public record LoadOrder(int port, int connections, int perSecond, long millis, Errand errand) {

    static LoadOrder parse(String line) {
        Words words = Words.of(line);
        return new LoadOrder(
                words.integer("port"),
                words.integer("connections"),
                words.integer("perSecond"),
                words.number("millis"),
                Errand.parse(words));
    }

    String line() {
        return "port=%d connections=%d perSecond=%d millis=%d %s"
                .formatted(port, connections, perSecond, millis, errand.words());
    }

    Schedule schedule() {
        return perSecond == 0 ? Schedule.closed(millis) : Schedule.open(perSecond, millis);
    }
}
