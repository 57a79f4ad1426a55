package usher.domain;

import java.io.PrintStream;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventOpened;
import usher.domain.event.Policy;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.selling.SeatsReserved;

/// Measures goal Z1 of the design: bytes of heap for each place of an event of 100,000.
///
/// Fills several events, counts what stays on the heap of this process after a collection, and
/// divides. Knows the domain from outside only.
final class HeapPerPlace {

    private static final int EVENTS = 8;
    private static final int PLACES = EventDefinition.TOTAL_SEATS_MAX;
    private static final long NOON = 1_800_000_000_000L;

    private HeapPerPlace() {}

    /// Prints the table.
    public static void main(String[] args) {
        PrintStream out = System.out;
        out.printf("available                      %5.1f B%n", available());
        out.printf("held by a different user each  %5.1f B%n", heldByDifferentUsers());
        out.printf("reserved by a different user   %5.1f B%n", reservedByDifferentUsers());
        out.printf("available after such a hold     %5.1f B%n", availableAgain());
    }

    /// Of a place that nobody ever held.
    static double available() {
        return measure(_ -> {});
    }

    /// Of a place that is held, each by another user.
    static double heldByDifferentUsers() {
        return measure(HeapPerPlace::holdAll);
    }

    /// Of a place that is reserved, each by another user.
    static double reservedByDifferentUsers() {
        return measure(
                office -> {
                    holdAll(office);
                    for (int seat = 1; seat <= PLACES; seat++) {
                        UserId user = user(seat);
                        office.apply(new SeatsReserved(by(user), user, SeatSet.of(seat)));
                    }
                });
    }

    /// Of a place that is free because the hold of another user each was released.
    static double availableAgain() {
        return measure(
                office -> {
                    holdAll(office);
                    for (int seat = 1; seat <= PLACES; seat++) {
                        office.apply(new HoldsReleased(by(user(seat)), SeatSet.of(seat)));
                    }
                });
    }

    private static void holdAll(BoxOffice office) {
        for (int seat = 1; seat <= PLACES; seat++) {
            UserId user = user(seat);
            office.apply(new SeatsHeld(by(user), user, SeatSet.of(seat), NOON + 60_000));
        }
    }

    private static double measure(Consumer<BoxOffice> fill) {
        BoxOffice[] offices = new BoxOffice[EVENTS];
        long before = usedBytes();
        for (int i = 0; i < EVENTS; i++) {
            offices[i] = open(i);
            fill.accept(offices[i]);
        }
        long after = usedBytes();
        if (offices[EVENTS - 1].version() != 0) throw new AssertionError("kept until here");
        return (after - before) / (double) (EVENTS * PLACES);
    }

    private static BoxOffice open(int number) {
        EventDefinition event =
                new EventDefinition(
                        EventId.of(NOON, number),
                        "Measured",
                        null,
                        null,
                        PLACES,
                        new Policy(60, 0, 0, 0, 5),
                        null,
                        null,
                        Instant.ofEpochMilli(NOON));
        BoxOffice office = new BoxOffice(event);
        office.apply(new EventOpened(Cause.system(NOON, "measure"), event));
        return office;
    }

    private static Cause by(UserId user) {
        return Cause.of(NOON, user, "measure");
    }

    private static UserId user(int number) {
        return new UserId(new UUID(number, 0x8000_0000_0000_0000L | number));
    }

    /// What is reachable: the least that several collections leave.
    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
