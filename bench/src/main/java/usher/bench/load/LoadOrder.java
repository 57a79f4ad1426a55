package usher.bench.load;

import java.nio.file.Path;

/// One load that the generator is told to run.
///
/// @param port of the server on this machine
/// @param connections at most one request is under way on each
/// @param perSecond how many requests are due in a second; 0: each connection asks again once it
///     is answered
/// @param millis for how long requests are due
/// @param events a file with the ids of the events, one in each line
/// @param first the place to begin with, counted from 0
public record LoadOrder(
        int port,
        Call call,
        int connections,
        int perSecond,
        long millis,
        Path events,
        Places places,
        long first) {

    static LoadOrder parse(String line) {
        Words words = Words.of(line);
        return new LoadOrder(
                words.integer("port"),
                Call.valueOf(words.text("call")),
                words.integer("connections"),
                words.integer("perSecond"),
                words.number("millis"),
                Path.of(words.text("events")),
                new Places(
                        words.integer("eventCount"),
                        words.integer("seatsPerEvent"),
                        Boolean.parseBoolean(words.text("hot"))),
                words.number("first"));
    }

    String line() {
        return ("port=%d call=%s connections=%d perSecond=%d millis=%d events=%s eventCount=%d"
                        + " seatsPerEvent=%d hot=%b first=%d")
                .formatted(
                        port,
                        call,
                        connections,
                        perSecond,
                        millis,
                        events,
                        places.events(),
                        places.seatsPerEvent(),
                        places.isHot(),
                        first);
    }

    Schedule schedule() {
        return perSecond == 0 ? Schedule.closed(millis) : Schedule.open(perSecond, millis);
    }
}
