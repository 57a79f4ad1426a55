package usher.server.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.server.people.OwedMail.Told;

/// What is known of people, and what they are still to be told. Each call is durable when it
/// returns. Thread-safe; blocks; throws [usher.ledger.LedgerException] if the store is away.
///
/// Whoever gave an address is owed a mail from the moment in which he books: what it says, and
/// whether it goes out, is up to the booking when it is looked at. So no crash loses one.
public interface People extends AutoCloseable {

    /// Whether anything is kept: not beside every ledger.
    default boolean areKept() {
        return true;
    }

    /// Keeps each of `contacts` for whose booking and user nothing is kept yet, all in one write.
    /// Tells of each, in their order, whether it is new.
    List<Boolean> keep(List<Contact> contacts);

    /// Forgets what `contact` says: its booking was not made.
    void forget(Contact contact);

    /// Whom `booking` is for; null: nobody said.
    @Nullable Contact find(EventId event, Booking booking);

    /// What `user` said of himself, the newest first, up to `max`.
    List<Contact> of(UserId user, int max);

    /// The bookings of `event` for somebody whose name or address has `text` in it, whatever the
    /// case, up to `max`.
    List<BookingId> search(EventId event, String text, int max);

    /// Forgets all that `user` said, and what he is owed; returns of how many bookings.
    int erase(UserId user);

    /// All that is known, up to `max` after `last` in the store's own order; null: from its
    /// beginning.
    List<OwedMail> list(@Nullable Contact last, int max);

    /// Keeps what another store knows, as it stands there, all in one write; what is known here of
    /// the same booking and user stays. Returns how many were not known here.
    int adopt(List<OwedMail> known);

    /// Up to `max` of what is due at `atMillis`, the longest due first.
    List<OwedMail> due(long atMillis, int max);

    /// What may be owed of this booking, whoever says that he made it.
    List<OwedMail> owed(EventId event, BookingId booking);

    /// From `atMillis` on, all that is owed of `event` is due.
    void hasten(EventId event, long atMillis);

    /// From `atMillis` on, all is due that would be by `untilMillis`: whoever looked after it is
    /// gone.
    void takeOver(long atMillis, long untilMillis);

    /// Puts `mail` off until then, unless somebody else was first; whoever succeeds looks after it.
    boolean claim(OwedMail mail, long untilMillis);

    /// From now on `mail` is due at `dueMillis`, after so many failures, and he was told `told`.
    void putOff(OwedMail mail, Told told, int tries, long dueMillis);

    /// Nothing is owed any more.
    void settle(OwedMail mail);

    @Override
    void close();
}
