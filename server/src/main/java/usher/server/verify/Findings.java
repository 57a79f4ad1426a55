package usher.server.verify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import usher.domain.Fact;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.ledger.StreamId;

/// What an audit has counted, and what it found wrong.
public final class Findings {

    private static final int PROBLEMS_SHOWN_MAX = 1000;

    private final Map<String, Long> facts = new TreeMap<>();
    private final Map<SeatStatus, Long> seats = new EnumMap<>(SeatStatus.class);
    private final List<String> problems = new ArrayList<>();
    private long unshown;
    private long events;
    private long streams;
    private long entries;

    /// Nothing yet.
    public Findings() {}

    void countEvent() {
        events++;
    }

    void countStream() {
        streams++;
    }

    void countEntry() {
        entries++;
    }

    void count(Fact fact) {
        facts.merge(fact.getClass().getSimpleName(), 1L, Long::sum);
    }

    void count(States states) {
        for (SeatStatus status : SeatStatus.values()) {
            seats.merge(status, (long) states.count(status), Long::sum);
        }
    }

    /// Something in `stream` is not as it must be.
    void problem(StreamId stream, String what) {
        problem("%s: %s".formatted(stream, what));
    }

    /// Something is not as it must be.
    public void problem(String what) {
        if (problems.size() < PROBLEMS_SHOWN_MAX) {
            problems.add(what);
        } else {
            unshown++;
        }
    }

    /// What is wrong, in the order in which it was found; the first thousand.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// Whether nothing is wrong.
    public boolean isSound() {
        return problems.isEmpty();
    }

    /// One line for each kind of thing that was counted, and one for each problem.
    public void print(PrintStream out) {
        out.printf("events    %,d listed, %,d with entries%n", events, eventsWithEntries());
        out.printf("entries   %,d in %,d streams%n", entries, streams);
        facts.forEach((name, count) -> out.printf("facts     %,d %s%n", count, name));
        for (SeatStatus status : SeatStatus.values()) {
            String name = status.name().toLowerCase(Locale.ROOT);
            out.printf("seats     %,d %s%n", seats.getOrDefault(status, 0L), name);
        }
        problems.forEach(problem -> out.println("PROBLEM   " + problem));
        if (unshown > 0) out.printf("PROBLEM   and %,d more%n", unshown);
        out.println(isSound() ? "sound     every promise holds" : "unsound");
    }

    /// All streams but the catalog's.
    private long eventsWithEntries() {
        return Math.max(0, streams - 1);
    }
}
