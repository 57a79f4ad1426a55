package usher.server.limits;

import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;
import usher.server.http.Problem;

/// How often callers may do one thing: each user, and each address, which may stand for many
/// users. Thread-safe; nobody waits here.
public final class CallerLimit {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// The kind of a limit's purses, and how often one of them was empty when it was needed.
    record Counted(Purses purses, Counter refused) {}

    private final Counted users;
    private final Counted addresses;
    private final Settlement settlement;
    private final String detail;

    /// @param detail what callers are told that have done it too often
    CallerLimit(Counted users, Counted addresses, Settlement settlement, String detail) {
        this.users = users;
        this.addresses = addresses;
        this.settlement = settlement;
        this.detail = detail;
    }

    /// Lets it be done once more by `user`, null being nobody in particular, from `address`.
    ///
    /// @throws Problem if it was done too often
    public Turn begin(@Nullable String user, String address) {
        Purse his = user == null ? null : take(users, user);
        try {
            return new Turn(his, take(addresses, address));
        } catch (Problem tooOften) {
            if (his != null) his.giveBack();
            throw tooOften;
        }
    }

    private Purse take(Counted kind, String who) {
        Purse purse = kind.purses().of(who);
        long waitNanos = purse.take();
        settlement.note(purse);
        if (waitNanos == 0) return purse;
        kind.refused().increment();
        throw Problem.rateLimited(detail, Math.ceilDiv(waitNanos, NANOS_PER_SECOND));
    }

    /// What one caller was let do once: it counts, or it does not, and somebody says so once.
    public final class Turn {

        private final @Nullable Purse user;
        private final Purse address;

        private Turn(@Nullable Purse user, Purse address) {
            this.user = user;
            this.address = address;
        }

        /// It was done.
        public void count() {
            if (user != null) spend(user);
            spend(address);
        }

        /// It was not, or it does not matter.
        public void forget() {
            if (user != null) user.giveBack();
            address.giveBack();
        }

        private void spend(Purse purse) {
            purse.spend();
            settlement.note(purse);
        }
    }
}
