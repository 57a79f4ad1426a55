package usher.bench.office;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import usher.domain.BoxOffice;

/// How many bytes of heap a box office of 100,000 places takes for each of them.
///
/// The difference in used heap that some offices make, divided by their places; what is used is
/// asked after a full collection by the serial collector, which leaves no room between objects.
/// Prints one line: bytes for each place while all are available, are held by as many users, are
/// reserved by them (as early releases did: what bookings take is theirs).
public final class HeapPerPlace {

    private static final int OFFICES = 10;
    private static final double PLACES = (double) OFFICES * Offices.SEATS;

    private HeapPerPlace() {}

    public static void main(String[] args) {
        warmUp();
        List<BoxOffice> offices = new ArrayList<>(OFFICES);
        long empty = usedBytes();
        for (int i = 0; i < OFFICES; i++) {
            offices.add(Offices.open());
        }
        long available = usedBytes();
        offices.forEach(HeapPerPlace::holdAll);
        long held = usedBytes();
        offices.forEach(HeapPerPlace::reserveAll);
        long reserved = usedBytes();
        requireSoldOut(offices);
        System.out.printf(
                "available=%.3f held=%.3f reserved=%.3f%n",
                (available - empty) / PLACES, (held - empty) / PLACES, (reserved - empty) / PLACES);
    }

    /// Loads every class and starts the clock of everything that is made once.
    private static void warmUp() {
        BoxOffice office = Offices.open();
        holdAll(office);
        reserveAll(office);
    }

    private static void holdAll(BoxOffice office) {
        for (int seat = 1; seat <= Offices.SEATS; seat++) {
            Offices.carryOut(office, Offices.hold(seat));
            office.closeEntry();
        }
    }

    private static void reserveAll(BoxOffice office) {
        for (int seat = 1; seat <= Offices.SEATS; seat++) {
            Offices.keep(office, seat);
            office.closeEntry();
        }
    }

    private static void requireSoldOut(List<BoxOffice> offices) {
        for (BoxOffice office : offices) {
            if (office.version() != 2L * Offices.SEATS) {
                throw new IllegalStateException("not sold out after " + office.version());
            }
        }
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
