package usher.domain;

import static usher.domain.Person.ANN;
import static usher.domain.Person.ORGANIZER;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.event.Policy;

/// Something that Ann asks of a box office, a minute after noon, and what happened before.
/// A [Breach] adds to both.
final class Question {

    /// When she asks: when the holds of noon are just over.
    static final long NOW = 60_000;

    /// The seat that every question is about.
    private static final int WANTED = 1;

    private final List<Fact> facts = new ArrayList<>();
    private final List<Integer> seats = new ArrayList<>(List.of(WANTED));
    private Person asks = ANN.at(NOW);
    private int seconds = 0;
    private @Nullable String tier;
    private boolean accessible;

    static Question aboutAFreeSeat() {
        return new Question();
    }

    static Question aboutAHold() {
        return new Question().after(ANN.at(1).held(WANTED));
    }

    static Question aboutABlockedSeat() {
        return new Question().after(ORGANIZER.at(1).blocked("", WANTED));
    }

    Question after(Fact... happened) {
        facts.addAll(List.of(happened));
        return this;
    }

    Question alsoAbout(int seat) {
        seats.add(seat);
        return this;
    }

    Question forSeconds(int asked) {
        seconds = asked;
        return this;
    }

    Question ofTier(String name) {
        tier = name;
        return this;
    }

    Question inAWheelchair() {
        accessible = true;
        return this;
    }

    Question under(int key, int body) {
        asks = asks.once(key, body);
        return this;
    }

    Person asks() {
        return asks;
    }

    int seconds() {
        return seconds;
    }

    @Nullable String tier() {
        return tier;
    }

    boolean isInAWheelchair() {
        return accessible;
    }

    int[] seats() {
        return seats.stream().mapToInt(Integer::intValue).toArray();
    }

    /// A box office of 200 seats, none accessible, after what happened, by time: at most 3 held and
    /// 5 in all a user.
    BoxOffice box() {
        BoxOffice office = new BoxOffice(Scenario.event(200, new Policy(60, 1, 3, 5, 5)));
        office.apply(Scenario.opened(office.event().definition(), 0));
        facts.stream()
                .sorted((a, b) -> Long.compare(a.cause().atMillis(), b.cause().atMillis()))
                .forEach(office::apply);
        office.closeEntry();
        return office;
    }
}
