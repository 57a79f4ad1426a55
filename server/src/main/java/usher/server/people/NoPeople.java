package usher.server.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.ledger.LedgerException;
import usher.server.people.OwedMail.Told;

/// Nobody is known: beside this ledger there is nowhere to keep people.
public record NoPeople() implements People {

    @Override
    public boolean areKept() {
        return false;
    }

    @Override
    public List<Boolean> keep(List<Contact> contacts) {
        throw new LedgerException("people cannot be kept beside this ledger");
    }

    @Override
    public void forget(Contact contact) {}

    @Override
    public @Nullable Contact find(EventId event, Booking booking) {
        return null;
    }

    @Override
    public List<Contact> of(UserId user, int max) {
        return List.of();
    }

    @Override
    public List<BookingId> search(EventId event, String text, int max) {
        return List.of();
    }

    @Override
    public int erase(UserId user) {
        return 0;
    }

    @Override
    public List<OwedMail> list(@Nullable Contact last, int max) {
        return List.of();
    }

    @Override
    public int adopt(List<OwedMail> known) {
        throw new LedgerException("people cannot be kept beside this ledger");
    }

    @Override
    public List<OwedMail> due(long atMillis, int max) {
        return List.of();
    }

    @Override
    public List<OwedMail> owed(EventId event, BookingId booking) {
        return List.of();
    }

    @Override
    public void hasten(EventId event, long atMillis) {}

    @Override
    public void takeOver(long atMillis, long untilMillis) {}

    @Override
    public boolean claim(OwedMail mail, long untilMillis) {
        return false;
    }

    @Override
    public void putOff(OwedMail mail, Told told, int tries, long dueMillis) {}

    @Override
    public void settle(OwedMail mail) {}

    @Override
    public void close() {}
}
