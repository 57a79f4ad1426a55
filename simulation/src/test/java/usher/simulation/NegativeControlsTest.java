package usher.simulation;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.catalog.AddVenue;
import usher.domain.catalog.ChangeListing;
import usher.domain.catalog.ListEvent;
import usher.domain.event.ChangeEvent;
import usher.domain.event.ChangeStatus;
import usher.domain.event.ConfirmListing;
import usher.domain.holding.ExpireHolds;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.RefreshHolds;
import usher.domain.holding.ReleaseAllHolds;
import usher.domain.holding.ReleaseHolds;
import usher.domain.selling.CancelBooking;
import usher.domain.selling.CheckInTicket;
import usher.domain.selling.Errand;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.PayBooking;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.ReportPayment;
import usher.domain.selling.ReserveSeats;
import usher.domain.selling.StartPayment;
import usher.engine.Ask;
import usher.engine.PaymentGateway;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.ForwardingLedger;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;

/// Builds that break a promise on purpose: the simulation must notice each of them, or it proves
/// nothing.
class NegativeControlsTest {

    private static final int SEEDS_MAX = 100;

    @Test
    void a_ledger_that_acknowledges_what_a_crash_can_still_lose_is_caught() {
        mustBeCaught(
                withLedger(
                        (honest, time) ->
                                appending(
                                        honest,
                                        appends -> {
                                            time.in(
                                                    20 * VirtualTime.MILLIS,
                                                    () -> honest.append(appends));
                                            return allAppended(appends);
                                        })),
                "durable");
    }

    @Test
    void an_engine_that_answers_before_its_append_has_ended_is_caught() {
        mustBeCaught(
                withLedger(
                        (honest, _) ->
                                appending(
                                        honest,
                                        appends -> {
                                            honest.append(appends);
                                            return allAppended(appends);
                                        })),
                "durable");
    }

    @Test
    void a_ledger_that_ignores_the_entry_that_was_to_be_followed_is_caught() {
        mustBeCaught(
                withLedger(
                        (honest, _) ->
                                appending(
                                        honest,
                                        appends ->
                                                forced(
                                                        honest,
                                                        appends.stream()
                                                                .map(a -> atHead(honest, a))
                                                                .toList()))),
                "what follows from");
    }

    @Test
    void an_engine_that_does_not_decide_again_after_a_conflict_is_caught() {
        mustBeCaught(
                withLedger((honest, _) -> appending(honest, appends -> forced(honest, appends))),
                "what follows from");
    }

    @Test
    void an_engine_that_forgets_idempotency_keys_is_caught() {
        mustBeCaught(withAsk(honest -> at -> without(honest.at(at))), "what follows from");
    }

    @Test
    void an_engine_that_refuses_without_asking_a_shared_ledger_for_its_head_is_caught() {
        mustBeCaught(
                withLedger(
                        (honest, _) ->
                                appending(
                                        honest,
                                        appends ->
                                                appends.stream().allMatch(Append::isCheck)
                                                        ? allAppended(appends)
                                                        : honest.append(appends))),
                "which was not so at any moment");
    }

    @Test
    void an_engine_that_takes_an_unknown_end_for_a_refusal_is_caught() {
        mustBeCaught(
                withLedger((honest, _) -> endingIn(honest, new Outcome.Unavailable("surely"))),
                "but it was done");
    }

    @Test
    void an_engine_that_decides_again_after_an_unknown_end_is_caught() {
        mustBeCaught(withLedger((honest, _) -> endingIn(honest, new Outcome.Late())), "was done");
    }

    @Test
    void a_ledger_that_does_not_know_what_is_due_is_caught() {
        mustBeCaught(
                withLedger(
                        (honest, _) ->
                                new ForwardingLedger(honest) {
                                    @Override
                                    public Deadlines deadlines() {
                                        return (_, _) -> List.of();
                                    }
                                }),
                "is not written down as expired");
    }

    @Test
    void a_ledger_that_never_answers_is_caught() {
        mustBeCaught(
                withLedger((honest, _) -> appending(honest, _ -> new CompletableFuture<>())),
                "never answers");
    }

    @Test
    void a_node_that_starves_because_it_loses_every_race_for_a_hot_event_is_caught() {
        mustBeCaught(
                withLedger(
                        (honest, time) ->
                                honest.toString().startsWith("node1") ? far(honest, time) : honest),
                "waits in vain",
                NegativeControlsTest::isRush);
    }

    @Test
    void a_node_that_says_that_money_went_back_and_keeps_it_is_caught() {
        mustBeCaught(
                withGateway(
                        honest ->
                                errand ->
                                        errand.what() == Errand.What.REFUND
                                                ? said(new PaymentReport.Refunded())
                                                : honest.ask(errand)),
                "was believed of payment");
    }

    @Test
    void a_node_that_believes_in_money_that_is_not_there_is_caught() {
        mustBeCaught(
                withGateway(
                        honest ->
                                errand ->
                                        errand.what() == Errand.What.CLOSE
                                                ? said(new PaymentReport.Succeeded())
                                                : honest.ask(errand)),
                "was believed of payment");
    }

    @Test
    void a_node_that_never_closes_what_was_not_paid_is_caught() {
        mustBeCaught(
                withGateway(
                        honest ->
                                errand ->
                                        errand.what() == Errand.What.CLOSE
                                                ? CompletableFuture.completedStage(Optional.empty())
                                                : honest.ask(errand)),
                "in the end the money");
    }

    @Test
    void a_run_that_depends_on_more_than_its_seed_has_another_digest() {
        Random outside = new Random();
        Seams seams = withAsk(honest -> at -> honest.at(at + outside.nextInt(2)));
        assertNotEquals(Simulation.run(5, seams).digest(), Simulation.run(5, seams).digest());
    }

    /// Noticed for the reason that is `expected`; some histories show another consequence first.
    private static void mustBeCaught(Seams broken, String expected) {
        mustBeCaught(broken, expected, _ -> true);
    }

    private static void mustBeCaught(Seams broken, String expected, LongPredicate isFit) {
        Set<String> noticed = new TreeSet<>();
        long[] seeds =
                LongStream.iterate(1, seed -> seed + 1).filter(isFit).limit(SEEDS_MAX).toArray();
        for (long seed : seeds) {
            BrokenPromise found = Simulation.run(seed, broken).broken();
            if (found == null) continue;
            String why = String.valueOf(found.getMessage());
            if (why.contains(expected)) return;
            noticed.add(why);
        }
        fail("not noticed in " + SEEDS_MAX + " histories, but " + noticed);
    }

    /// Whether everybody wants the same event at once in the history of `seed`.
    private static boolean isRush(long seed) {
        return Scenario.draw(new Chance(seed).split()).stormsNanos() == 0;
    }

    private static Seams withLedger(BiFunction<Ledger, VirtualTime, Ledger> broken) {
        return new Seams() {
            @Override
            public Ledger ledger(Ledger honest, VirtualTime time) {
                return broken.apply(honest, time);
            }
        };
    }

    private static Seams withAsk(UnaryOperator<Ask> broken) {
        return new Seams() {
            @Override
            public Ask ask(Ask honest) {
                return broken.apply(honest);
            }
        };
    }

    private static Seams withGateway(UnaryOperator<PaymentGateway> broken) {
        return new Seams() {
            @Override
            public PaymentGateway gateway(PaymentGateway honest) {
                return broken.apply(honest);
            }
        };
    }

    private static CompletionStage<Optional<PaymentReport>> said(PaymentReport report) {
        return CompletableFuture.completedStage(Optional.of(report));
    }

    private interface Appending {
        CompletionStage<List<Outcome>> append(List<Append> appends);
    }

    private static Ledger appending(Ledger honest, Appending broken) {
        return new ForwardingLedger(honest) {
            @Override
            public CompletionStage<List<Outcome>> append(List<Append> appends) {
                return broken.append(appends);
            }
        };
    }

    /// A ledger that is far away: whoever is nearer is first.
    private static Ledger far(Ledger honest, VirtualTime time) {
        return appending(
                honest,
                appends -> {
                    CompletableFuture<List<Outcome>> end = new CompletableFuture<>();
                    time.in(
                            60 * VirtualTime.MILLIS,
                            () -> honest.append(appends).thenAccept(end::complete));
                    return end;
                });
    }

    /// A ledger in whose place nobody knows unknown ends: they are `instead`.
    private static Ledger endingIn(Ledger honest, Outcome instead) {
        return appending(
                honest,
                appends ->
                        honest.append(appends)
                                .thenApply(
                                        outcomes ->
                                                outcomes.stream()
                                                        .map(o -> known(o, instead))
                                                        .toList()));
    }

    private static Outcome known(Outcome outcome, Outcome instead) {
        return outcome instanceof Outcome.Unknown ? instead : outcome;
    }

    private static CompletionStage<List<Outcome>> allAppended(List<Append> appends) {
        return CompletableFuture.completedStage(
                appends.stream().<Outcome>map(a -> new Outcome.Appended(a.position())).toList());
    }

    /// Appends, and where there is a conflict the same again after what was missed.
    private static CompletionStage<List<Outcome>> forced(Ledger honest, List<Append> appends) {
        return honest.append(appends)
                .thenCompose(
                        outcomes -> {
                            if (outcomes.stream().noneMatch(Outcome.Conflict.class::isInstance)) {
                                return CompletableFuture.completedStage(outcomes);
                            }
                            return forced(
                                    honest, appends.stream().map(a -> atHead(honest, a)).toList());
                        });
    }

    private static Append atHead(Ledger honest, Append append) {
        Position head = honest.heads().of(append.stream());
        return new Append(
                append.stream(),
                head,
                append.id(),
                append.facts(),
                append.keys(),
                append.deadlineMillis(),
                append.acceptUntilMillis());
    }

    private static Command without(Command command) {
        Cause keyed = command.cause();
        Cause cause = new Cause(keyed.atMillis(), keyed.by(), keyed.request(), null);
        return switch (command) {
            case HoldSeats c -> new HoldSeats(cause, c.seats(), c.holdSeconds());
            case HoldBestSeats c ->
                    new HoldBestSeats(
                            cause, c.tier(), c.quantity(), c.accessible(), c.holdSeconds());
            case RefreshHolds c -> new RefreshHolds(cause, c.seats(), c.holdSeconds());
            case ReleaseHolds c -> new ReleaseHolds(cause, c.seats());
            case ReleaseAllHolds _ -> new ReleaseAllHolds(cause);
            case ReserveSeats c ->
                    new ReserveSeats(cause, c.seats(), c.complimentary(), c.booking());
            case BlockSeats c -> new BlockSeats(cause, c.seats(), c.note());
            case UnblockSeats c -> new UnblockSeats(cause, c.seats());
            case UnblockAllSeats _ -> new UnblockAllSeats(cause);
            case ChangeEvent c -> new ChangeEvent(cause, c.details(), c.status(), c.revision());
            case ConfirmListing c -> c;
            case ChangeListing c -> c;
            case ChangeStatus c -> new ChangeStatus(cause, c.status());
            case ListEvent c -> new ListEvent(cause, c.event());
            case AddVenue c -> new AddVenue(cause, c.venue());
            case MakeBooking c ->
                    new MakeBooking(
                            cause, c.booking(), c.seats(), c.tickets(), c.code(), c.asked());
            case PayBooking c -> new PayBooking(cause, c.booking(), c.payment(), c.succeeds());
            case StartPayment c -> new StartPayment(cause, c.booking(), c.payment(), c.provider());
            case ReportPayment c -> c;
            case CancelBooking c -> new CancelBooking(cause, c.booking(), c.byOrganizer());
            case CheckInTicket c -> new CheckInTicket(cause, c.booking(), c.seat());
            case ExpireHolds c -> c;
        };
    }
}
