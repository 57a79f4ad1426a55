package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.Errand;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.ReportPayment;
import usher.ledger.StreamId;

/// The service that takes the clients' money: what is true of it, whatever nodes know or think.
///
/// Clients pay when they like, also in the last moment; who has paid is told to any node, now and
/// then twice, late or never. How nodes reach it is the business of [BankLine].
final class Bank {

    /// How it stands with a payment.
    private enum Money {
        NOT_PAID,
        PAID,
        CLOSED,
        GIVEN_BACK
    }

    private static final long DECIDE_NANOS = 8 * VirtualTime.SECONDS;
    private static final long NEWS_NANOS = 2 * VirtualTime.SECONDS;

    private final World world;
    private final Chance chance;
    private final Map<UUID, Money> accounts = new TreeMap<>();

    Bank(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /// Does what `errand` of `event` asks for, at once.
    Optional<PaymentReport> done(StreamId event, Errand errand) {
        UUID payment = errand.payment();
        Money money = accounts.get(payment);
        if (money == null) {
            unless(errand.what() == Errand.What.OPEN, "%s is of no payment", errand);
            open(event, errand);
        } else if (errand.what() == Errand.What.CLOSE && money == Money.NOT_PAID) {
            become(payment, Money.CLOSED);
        } else if (errand.what() == Errand.What.REFUND) {
            unless(money != Money.NOT_PAID && money != Money.CLOSED, "%s is not paid", errand);
            become(payment, Money.GIVEN_BACK);
        }
        return Optional.ofNullable(report(errand));
    }

    private @Nullable PaymentReport report(Errand errand) {
        if (errand.what() == Errand.What.OPEN) {
            return new PaymentReport.Opened("account-" + errand.payment(), "");
        }
        return switch (accounts.get(errand.payment())) {
            case NOT_PAID -> null;
            case PAID -> new PaymentReport.Succeeded();
            case CLOSED -> new PaymentReport.Failed();
            case GIVEN_BACK -> new PaymentReport.Refunded();
        };
    }

    private void open(StreamId event, Errand errand) {
        become(errand.payment(), Money.NOT_PAID);
        if (chance.happens(0.3)) return;
        long inNanos = chance.around(DECIDE_NANOS);
        if (chance.happens(0.3)) {
            long overNanos = VirtualTime.nanosOf(errand.expiresAtMillis()) - world.time().nanos();
            inNanos = overNanos + chance.between(-VirtualTime.SECONDS, 2 * VirtualTime.SECONDS);
        }
        world.time().in(Math.max(1, inNanos), () -> pay(event, errand));
    }

    private void pay(StreamId event, Errand errand) {
        if (accounts.get(errand.payment()) != Money.NOT_PAID) return;
        become(errand.payment(), Money.PAID);
        int times = chance.happens(0.3) ? 0 : chance.happens(0.2) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            world.time().in(chance.around(NEWS_NANOS), () -> tell(event, errand));
        }
    }

    private void tell(StreamId event, Errand errand) {
        chance.oneOf(world.nodes())
                .report(
                        event,
                        at ->
                                new ReportPayment(
                                        Cause.system(at, "news-" + errand.payment()),
                                        errand.booking(),
                                        errand.payment(),
                                        new PaymentReport.Succeeded()));
    }

    private void become(UUID payment, Money money) {
        accounts.put(payment, money);
        if (money == Money.PAID) world.totals().paid();
        if (money == Money.GIVEN_BACK) world.totals().gaveBack();
        world.trace().note("payment " + payment + " is " + money);
    }

    /// Insists that `report` about `payment`, which somebody believed, is true.
    void believed(UUID payment, PaymentReport report) {
        Money money = accounts.get(payment);
        boolean isTrue =
                switch (report) {
                    case PaymentReport.Opened _ -> money != null;
                    case PaymentReport.Succeeded _ ->
                            money == Money.PAID || money == Money.GIVEN_BACK;
                    case PaymentReport.Failed _ -> money == Money.CLOSED;
                    case PaymentReport.Refunded _ -> money == Money.GIVEN_BACK;
                };
        unless(isTrue, "%s was believed of payment %s, which is %s", report, payment, money);
    }

    /// Insists that whoever paid for `booking` has his places or his money, and nobody both.
    void agreesWith(Booking booking) {
        Payment payment = booking.payment();
        if (payment == null || payment.provider().equals(Payment.SIMULATED)) return;
        Money money = accounts.get(payment.id());
        boolean isRight =
                switch (payment.status()) {
                    case SUCCEEDED ->
                            money == Money.PAID && booking.status() == BookingStatus.CONFIRMED;
                    case FAILED -> money == Money.CLOSED && !booking.status().isLive();
                    case REFUNDED ->
                            money == Money.GIVEN_BACK && booking.status() == BookingStatus.REFUNDED;
                    case PENDING, REFUNDING -> false;
                };
        unless(isRight, "in the end the money of %s is %s", booking, money);
    }

    /// Whether somebody has still to be asked about the money of `booking`.
    static boolean isUnsettled(Booking booking) {
        Payment payment = booking.payment();
        return payment != null && payment.isUnsettled();
    }
}
