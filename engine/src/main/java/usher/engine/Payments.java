package usher.engine;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.event.StatusChanged;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.Errand;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.ReportPayment;
import usher.ledger.StreamId;

/// Asks the gateway what bookings want of it, and lets the box offices write down what it says.
///
/// What is wanted follows from the durable state of a booking, and is looked up there each time: so
/// nothing is lost in a crash, and nothing is asked for that is no longer wanted. The node that
/// wrote the facts asks at once; any node does once it is due, and asking twice does no harm.
/// Everything here runs on the engine's thread.
final class Payments {

    private static final long AGAIN_MILLIS_MIN = 500;
    private static final long AGAIN_MILLIS_MAX = 60_000;

    /// How many questions are on their way to the gateway at most.
    private static final int ASKED_MAX = 64;

    /// How many payments that are due are taken up at once.
    private static final int DUE_MAX = 1_000;

    private record Payer(StreamId event, BookingId booking) {}

    /// One payment that somebody here sees to, until it is settled.
    private static final class Visit {

        private final Payer payer;
        private @Nullable Errand last;
        private int disappointments;
        private long naps;
        private boolean isAsleep;
        private boolean isRested = true;

        Visit(Payer payer) {
            this.payer = payer;
        }
    }

    private final Engine engine;
    private final PaymentGateway gateway;
    private final Map<Payer, Visit> visits = new HashMap<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int asked;

    Payments(Engine engine, PaymentGateway gateway) {
        this.engine = engine;
        this.gateway = gateway;
    }

    /// This node has written `facts` of `event`: sees to what they want of the gateway.
    void follow(StreamId event, List<Fact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            switch (facts.get(i)) {
                case PaymentStarted f -> attend(event, f.booking());
                case PaymentOpened f -> attend(event, f.booking());
                case BookingEnded f -> attend(event, f.booking());
                case StatusChanged _ -> meet(event, Long.MAX_VALUE - 1);
                default -> {}
            }
        }
    }

    /// Sees to what is due in `event`, whoever wrote it down.
    void meet(StreamId event) {
        meet(event, engine.nowMillis());
    }

    private void meet(StreamId event, long untilMillis) {
        if (event.isCatalog()) return;
        engine.read(
                event,
                Reading.of(
                        state -> ((BoxOffice) state).bookings().errandsDueBy(untilMillis, DUE_MAX),
                        due -> due.forEach(booking -> attendUnlessKnown(event, booking)),
                        _ -> {}));
    }

    private void attendUnlessKnown(StreamId event, BookingId booking) {
        if (!visits.containsKey(new Payer(event, booking))) attend(event, booking);
    }

    private void attend(StreamId event, BookingId booking) {
        Payer payer = new Payer(event, booking);
        Visit visit = visits.get(payer);
        if (visit == null) {
            visit = new Visit(payer);
            visits.put(payer, visit);
            look(visit);
        } else if (visit.isAsleep) {
            lookRested(visit);
        }
    }

    private void lookRested(Visit visit) {
        visit.isRested = true;
        look(visit);
    }

    /// Finds out what is wanted now.
    private void look(Visit visit) {
        visit.isAsleep = false;
        if (engine.isStopping()) return;
        Payer payer = visit.payer;
        engine.read(
                payer.event(),
                Reading.of(
                        state -> Optional.ofNullable(errand((BoxOffice) state, payer.booking())),
                        wanted ->
                                wanted.ifPresentOrElse(
                                        errand -> see(visit, errand), () -> visits.remove(payer)),
                        _ -> again(visit)));
    }

    private @Nullable Errand errand(BoxOffice office, BookingId id) {
        Booking booking = office.bookings().find(id);
        if (booking == null) return null;
        return Errand.of(office.event().definition(), booking, engine.nowMillis());
    }

    /// A payment that was opened just now is looked at after a while; everything else is asked for
    /// at once, unless it is what was asked for just now.
    private void see(Visit visit, Errand errand) {
        boolean isSame = errand.equals(visit.last);
        if (!isSame) visit.disappointments = 0;
        visit.last = errand;
        if (isSame && !visit.isRested) {
            again(visit);
        } else if (!isSame && errand.what() == Errand.What.LOOK) {
            sleepUntilNextLook(visit, errand);
        } else if (asked < ASKED_MAX) {
            ask(visit, errand);
        } else {
            waiting.add(() -> lookRested(visit));
        }
    }

    private void ask(Visit visit, Errand errand) {
        asked++;
        gateway.ask(errand)
                .whenComplete(
                        (report, trouble) ->
                                engine.thread()
                                        .execute(
                                                () -> {
                                                    answered();
                                                    if (trouble == null) {
                                                        told(visit, errand, report);
                                                    } else {
                                                        failed(visit, trouble);
                                                    }
                                                }));
    }

    private void answered() {
        asked--;
        Runnable next = waiting.poll();
        if (next != null) next.run();
    }

    private void failed(Visit visit, Throwable trouble) {
        engine.observer().troubled(visit.payer.event(), "a payment: " + trouble);
        again(visit);
    }

    private void told(Visit visit, Errand errand, Optional<PaymentReport> report) {
        if (report.isPresent()) {
            write(visit, errand, report.get());
        } else if (errand.what() == Errand.What.LOOK) {
            sleepUntilNextLook(visit, errand);
        } else {
            again(visit);
        }
    }

    private void write(Visit visit, Errand errand, PaymentReport report) {
        engine.submit(
                visit.payer.event(),
                true,
                at ->
                        new ReportPayment(
                                cause(at, errand), errand.booking(), errand.payment(), report),
                result -> engine.thread().execute(() -> written(visit, result)));
    }

    private void written(Visit visit, Result result) {
        if (result instanceof Result.Done) {
            visit.isRested = false;
            look(visit);
        } else {
            again(visit);
        }
    }

    private void sleepUntilNextLook(Visit visit, Errand errand) {
        long untilOver = errand.expiresAtMillis() - engine.nowMillis();
        sleep(visit, Math.clamp(untilOver, 1, gateway.lookMillis()));
    }

    /// Lets a while pass that grows with the count of disappointments in a row.
    private void again(Visit visit) {
        long longest = AGAIN_MILLIS_MIN << Math.min(visit.disappointments++, 7);
        long spread = Long.remainderUnsigned(engine.host().random(), AGAIN_MILLIS_MIN);
        sleep(visit, Math.min(longest, AGAIN_MILLIS_MAX) + spread);
    }

    private void sleep(Visit visit, long millis) {
        visit.isAsleep = true;
        long nap = ++visit.naps;
        engine.thread()
                .after(
                        millis,
                        () -> {
                            if (visit.isAsleep && visit.naps == nap) lookRested(visit);
                        });
    }

    private static Cause cause(long atMillis, Errand errand) {
        return Cause.system(atMillis, "payment-" + errand.payment());
    }
}
