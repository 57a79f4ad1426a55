package usher.domain.selling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.StateHash;
import usher.domain.UndoLog;
import usher.domain.UserId;

/// Every booking of one event: by its id in the order of making, by its user, and those that wait
/// for their money by seat and by deadline; those about which a gateway is to be asked by when.
///
/// [#put] is the only way to change one; everything else in here changes with it.
public final class Bookings {

    private static final Comparator<Booking> BY_DEADLINE =
            Comparator.comparingLong(Booking::keptUntilMillis)
                    .thenComparing(booking -> booking.id().value());

    private static final Comparator<Booking> BY_DUE =
            Comparator.comparingLong(Booking::errandDueMillis)
                    .thenComparing(booking -> booking.id().value());

    private final UndoLog undo;
    private final Map<BookingId, Booking> byId = new HashMap<>();
    private final List<BookingId> inOrder = new ArrayList<>();
    private final Map<UserId, List<BookingId>> byUser = new HashMap<>();
    private final Map<Integer, BookingId> pendingBySeat = new HashMap<>();
    private final NavigableSet<Booking> pendingByDeadline = new TreeSet<>(BY_DEADLINE);
    private final NavigableSet<Booking> unsettledByDue = new TreeSet<>(BY_DUE);

    private int tickets;
    private int checkedIn;

    /// None.
    public Bookings(UndoLog undo) {
        this.undo = undo;
    }

    /// The booking with this id; null: there is none.
    public @Nullable Booking find(BookingId id) {
        return byId.get(id);
    }

    /// All, in the order in which they were made.
    public List<Booking> all() {
        List<Booking> all = new ArrayList<>(inOrder.size());
        for (BookingId id : inOrder) all.add(known(id));
        return all;
    }

    /// How many there are.
    public int count() {
        return inOrder.size();
    }

    /// The one that was made after `position` others: 0 is the first. Its position never changes.
    public Booking at(int position) {
        return known(inOrder.get(position));
    }

    /// How many places those that are confirmed have.
    public int tickets() {
        return tickets;
    }

    /// With how many of [#tickets] somebody came in.
    public int checkedIn() {
        return checkedIn;
    }

    /// Those of `user`, in the order in which he made them.
    public List<Booking> of(UserId user) {
        List<Booking> his = new ArrayList<>();
        for (BookingId id : byUser.getOrDefault(user, List.of())) his.add(known(id));
        return his;
    }

    /// Whether `seat` is held for a booking that waits for its money.
    public boolean isPending(int seat) {
        return !pendingBySeat.isEmpty() && pendingBySeat.containsKey(seat);
    }

    /// When a gateway is to be asked about a payment next, at the latest; [Long#MAX_VALUE]: never.
    public long errandDueMillis() {
        return unsettledByDue.isEmpty() ? Long.MAX_VALUE : unsettledByDue.first().errandDueMillis();
    }

    /// At most `max` of those about whose payments a gateway is to be asked by `atMillis`.
    public List<BookingId> errandsDueBy(long atMillis, int max) {
        List<BookingId> due = new ArrayList<>();
        for (Booking booking : unsettledByDue) {
            if (booking.errandDueMillis() > atMillis || due.size() == max) break;
            due.add(booking.id());
        }
        return due;
    }

    /// Those that were not paid in time at `atMillis`, the earliest first.
    public List<BookingId> overBy(long atMillis) {
        boolean isNone =
                pendingByDeadline.isEmpty()
                        || pendingByDeadline.first().keptUntilMillis() > atMillis;
        if (isNone) return List.of();
        List<BookingId> over = new ArrayList<>();
        for (Booking booking : pendingByDeadline) {
            if (booking.keptUntilMillis() > atMillis) break;
            over.add(booking.id());
        }
        return over;
    }

    /// The booking with this id.
    ///
    /// @throws IllegalStateException if there is none
    public Booking known(BookingId id) {
        Booking found = byId.get(id);
        if (found == null) throw new IllegalStateException("no booking " + id);
        return found;
    }

    /// From now on the booking with this id is as `next` says.
    void put(Booking next) {
        Booking previous = byId.get(next.id());
        replace(previous, next);
        if (undo.isRecording()) undo.add(() -> replace(next, previous));
    }

    /// What a snapshot says of them.
    public List<Fact> restate(Cause cause) {
        List<Fact> facts = new ArrayList<>(byId.size());
        for (Booking booking : all()) facts.add(new BookingRestated(cause, booking));
        return facts;
    }

    /// Adds every booking to `hash`, in the order of making.
    public void addTo(StateHash hash) {
        for (Booking booking : all()) {
            hash.add(booking.id().value()).add(booking.toString().hashCode());
        }
    }

    /// The booking for which `seat` is held; null: none.
    @Nullable BookingId pendingAt(int seat) {
        return pendingBySeat.get(seat);
    }

    int pendingSeats() {
        return pendingBySeat.size();
    }

    private void replace(@Nullable Booking previous, @Nullable Booking next) {
        count(previous, -1);
        count(next, 1);
        if (previous != null && previous.status() == BookingStatus.PENDING) {
            previous.seats().forEach(pendingBySeat::remove);
            pendingByDeadline.remove(previous);
        }
        if (previous != null) unsettledByDue.remove(previous);
        if (next == null && previous != null) {
            byId.remove(previous.id());
            inOrder.removeLast();
            byUser.getOrDefault(previous.user(), List.of()).removeLast();
        }
        if (next == null) return;
        if (previous == null) {
            inOrder.add(next.id());
            byUser.computeIfAbsent(next.user(), _ -> new ArrayList<>()).add(next.id());
        }
        byId.put(next.id(), next);
        if (next.errandDueMillis() < Long.MAX_VALUE) unsettledByDue.add(next);
        if (next.status() == BookingStatus.PENDING) {
            next.seats().forEach(seat -> pendingBySeat.put(seat, next.id()));
            pendingByDeadline.add(next);
        }
    }

    private void count(@Nullable Booking booking, int times) {
        if (booking == null || booking.status() != BookingStatus.CONFIRMED) return;
        tickets += times * booking.seats().size();
        checkedIn += times * booking.checkIns().size();
    }
}
