package usher.bench.kill;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import usher.bench.kill.Truth.Place;
import usher.bench.kill.Visit.Known;
import usher.bench.kill.Visit.Then;

/// Compares what visitors were told with what is true after the kill.
///
/// What was acknowledged must be so; what was refused must not; what was not answered must be
/// there whole or not at all. A seat that two visitors were told to have contradicts one of them.
final class Judgement {

    private final Truth truth;

    Judgement(Truth truth) {
        this.truth = truth;
    }

    /// Each visit that was lied to, in words.
    List<String> contradictions(List<Visit> journal) {
        return journal.stream().filter(visit -> !isTrue(visit)).map(this::contradiction).toList();
    }

    private boolean isTrue(Visit visit) {
        return switch (visit.held()) {
            case NOT_ASKED -> true;
            case REFUSED -> hasNone(visit);
            case UNKNOWN -> hasNone(visit) || holdsAll(visit);
            case DONE -> holdsOthers(visit) && isTrueOfFirst(visit);
        };
    }

    private boolean isTrueOfFirst(Visit visit) {
        Place first = place(visit, visit.firstSeat());
        UUID user = visit.user();
        boolean isHeld = first.isHeldBy(user);
        boolean isAsAsked =
                visit.then() == Then.RESERVE ? first.isReservedBy(user) : !first.isOf(user);
        return switch (visit.thenDone()) {
            case NOT_ASKED, REFUSED -> isHeld;
            case UNKNOWN -> isHeld || isAsAsked;
            case DONE -> isAsAsked;
        };
    }

    private boolean holdsAll(Visit visit) {
        return visit.seats().stream().allMatch(seat -> place(visit, seat).isHeldBy(visit.user()));
    }

    private boolean holdsOthers(Visit visit) {
        return visit.seats().stream()
                .skip(1)
                .allMatch(seat -> place(visit, seat).isHeldBy(visit.user()));
    }

    private boolean hasNone(Visit visit) {
        return visit.seats().stream().noneMatch(seat -> place(visit, seat).isOf(visit.user()));
    }

    private Place place(Visit visit, int seat) {
        return truth.place(visit.event(), seat);
    }

    private String contradiction(Visit visit) {
        Stream<String> places = visit.seats().stream().map(seat -> seat + "=" + place(visit, seat));
        return visit + "; but it is " + String.join(", ", places.toList());
    }

    /// How many visits ended without an answer.
    static long unanswered(List<Visit> journal) {
        return journal.stream()
                .filter(v -> v.held() == Known.UNKNOWN || v.thenDone() == Known.UNKNOWN)
                .count();
    }
}
