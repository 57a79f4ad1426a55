package usher.bench.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import usher.bench.kill.Visit.Known;
import usher.bench.kill.Visit.Then;
import usher.bench.office.History;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.selling.BookingMade;
import usher.domain.selling.SeatsReserved;

/// What the ledger says that each user did, fact by fact, whatever became of it later.
///
/// A visitor does each thing once. So what he was told that he did is there once, what he was
/// refused is not there, and what he was not answered is there whole, once or not at all.
final class Deeds {

    /// What one user did.
    private static final class Of {
        private final List<SeatSet> held = new ArrayList<>();
        private int reserved;
        private int released;
    }

    private static final Of NOBODY = new Of();

    private final Map<UUID, Of> users = new HashMap<>();

    /// Reads all facts of `events`.
    static Deeds read(History history, List<UUID> events) {
        Deeds deeds = new Deeds();
        for (UUID event : events) history.facts(new EventId(event)).forEach(deeds::add);
        return deeds;
    }

    /// One more fact.
    void add(Fact fact) {
        switch (fact) {
            case SeatsHeld held -> of(held.user()).held.add(held.seats());
            case SeatsReserved reserved -> of(reserved.user()).reserved++;
            case BookingMade made -> of(made.user()).reserved++;
            case HoldsReleased released -> of(released.cause().user()).released++;
            default -> {}
        }
    }

    /// Each visit that was lied to, in words.
    List<String> contradictions(List<Visit> journal) {
        return journal.stream()
                .filter(visit -> !isTrue(visit))
                .map(visit -> visit + "; but it is " + told(visit))
                .toList();
    }

    private boolean isTrue(Visit visit) {
        Of done = users.getOrDefault(visit.user(), NOBODY);
        boolean isWhole = done.held.stream().allMatch(held -> isOf(visit, held));
        return isWhole
                && isTrue(visit.held(), done.held.size())
                && isTrue(asked(visit, Then.RESERVE), done.reserved)
                && isTrue(asked(visit, Then.RELEASE), done.released);
    }

    private static Known asked(Visit visit, Then what) {
        return visit.then() == what ? visit.thenDone() : Known.NOT_ASKED;
    }

    private static boolean isTrue(Known known, int times) {
        return switch (known) {
            case NOT_ASKED, REFUSED -> times == 0;
            case UNKNOWN -> times <= 1;
            case DONE -> times == 1;
        };
    }

    private static boolean isOf(Visit visit, SeatSet held) {
        return held.size() == visit.seats().size()
                && visit.seats().stream().allMatch(held::contains);
    }

    private String told(Visit visit) {
        Of done = users.getOrDefault(visit.user(), NOBODY);
        return "held %s, reserved %d times, released %d times"
                .formatted(done.held, done.reserved, done.released);
    }

    private Of of(UserId user) {
        return users.computeIfAbsent(user.value(), _ -> new Of());
    }
}
