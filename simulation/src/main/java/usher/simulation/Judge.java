package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.BoxOffice;
import usher.domain.BrokenInvariant;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.Invariants;
import usher.domain.StateMachine;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ChangeListing;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListedEvent;
import usher.domain.catalog.ListingChanged;
import usher.domain.event.ConfirmListing;
import usher.domain.event.EventDefinition;
import usher.domain.event.Listing;
import usher.domain.event.ListingConfirmed;
import usher.domain.holding.ExpireHolds;
import usher.domain.selling.Booking;
import usher.domain.selling.ReportPayment;
import usher.ledger.Entry;
import usher.ledger.StreamId;

/// Reads every entry in the moment in which it is durable, and insists that it had to be so.
///
/// Each run of facts under one request must be exactly what the box office, at that place in its
/// history, decides for what a client asked; no request and no idempotency key may make facts
/// twice; and nobody may lose a seat that is his. What clients are told is compared with that by
/// [Answers].
final class Judge {

    /// An idempotency key within its stream.
    private record Key(StreamId stream, long high, long low) {
        static Key of(StreamId stream, IdempotencyKey once) {
            return new Key(stream, once.high(), once.low());
        }
    }

    private final World world;
    private final Map<StreamId, History> histories = new TreeMap<>();
    private final Map<StreamId, Ownership> owners = new TreeMap<>();
    private final Map<String, Asked> asks = new HashMap<>();
    private final Map<Key, Asked> makers = new HashMap<>();
    private final List<EventDefinition> listed = new ArrayList<>();
    private final Promptness promptness;

    Judge(World world) {
        this.world = world;
        this.promptness = new Promptness(world);
    }

    /// Somebody asks: from now on facts under this request are to be expected.
    void expect(Asked asked) {
        asks.put(asked.request(), asked);
    }

    /// Every event that is listed durably, in the order of their listing.
    List<EventDefinition> listed() {
        return listed;
    }

    boolean exists(StreamId stream) {
        return stream.isCatalog() || catalog().find(stream.event()) != null;
    }

    /// What has happened in `stream`, which exists.
    History history(StreamId stream) {
        return histories.computeIfAbsent(stream, this::begin);
    }

    /// The ask that made facts under the key of `asked`, if there is one.
    @Nullable Asked makerLike(Asked asked) {
        IdempotencyKey once = asked.once();
        return once == null ? null : makers.get(Key.of(asked.stream(), once));
    }

    /// `entry` is durable now.
    void durable(Entry entry) {
        unless(exists(entry.stream()), "entry %s is of an event that is not listed", entry);
        History history = history(entry.stream());
        world.trace()
                .note(
                        Brief.of(entry.stream())
                                + " "
                                + entry.version()
                                + " "
                                + Brief.of(entry.facts()));
        world.totals().wrote(entry.facts().size());
        List<Fact> facts = entry.facts();
        for (int from = 0; from < facts.size(); ) {
            int to = endOfRequest(facts, from);
            explain(entry, history, facts.subList(from, to));
            from = to;
        }
        history.close(entry);
        invariantsHold(history);
        promptness.watch(history);
    }

    private void explain(Entry entry, History history, List<Fact> facts) {
        Cause cause = facts.getFirst().cause();
        Asked asked = asks.get(cause.request());
        Command command = asked == null ? bySystem(facts) : asked.command(cause.atMillis());
        Decision decision = history.head().decide(command);
        unless(
                decision.equals(new Decision.Accepted(facts)),
                "entry %s has %s, but what follows from %s there is %s",
                entry.position(),
                facts,
                command,
                decision);
        unless(
                cause.atMillis() >= history.head().latestMillis(),
                "time runs backwards in entry %s: %s",
                entry.position(),
                facts);
        facts.forEach(fact -> apply(entry, history, fact));
        if (asked != null) made(asked, entry, history.head().answer(command, facts));
    }

    /// What the system asked itself that made `facts`.
    private Command bySystem(List<Fact> facts) {
        Fact last = facts.getLast();
        Cause cause = last.cause();
        for (Fact fact : facts) {
            ReportPayment reported = News.of(fact);
            if (reported == null) continue;
            world.bank().believed(reported.payment(), reported.report());
            return reported;
        }
        return switch (last) {
            case ListingConfirmed f -> new ConfirmListing(cause, f.revision());
            case ListingChanged f -> {
                isAsItWasSaid(f);
                yield new ChangeListing(cause, f.event(), f.listing());
            }
            default -> new ExpireHolds(cause);
        };
    }

    /// The list says what the event's own stream has said.
    private void isAsItWasSaid(ListingChanged f) {
        boolean wasSaid =
                history(StreamId.of(f.event()))
                        .wasEver(0, state -> listingOf(state).equals(f.listing()));
        unless(wasSaid, "the list says of %s what it never was: %s", f.event(), f.listing());
    }

    /// The list of events says of each what its own stream has said last.
    void theListIsUpToDate() {
        for (ListedEvent event : catalog().soonestFirst()) {
            Listing said = listingOf(history(StreamId.of(event.id())).head());
            unless(
                    said.equals(event.now()),
                    "%s is %s, and listed as %s",
                    event.id(),
                    said,
                    event.now());
        }
    }

    /// Whether somebody has still to be asked about money.
    boolean isMoneyUnderWay() {
        return bookings().stream().anyMatch(Bank::isUnsettled);
    }

    /// Everybody has his places or his money.
    void everybodyHasPlacesOrMoney() {
        bookings().forEach(world.bank()::agreesWith);
    }

    private List<Booking> bookings() {
        List<Booking> all = new ArrayList<>();
        for (EventDefinition event : listed) {
            all.addAll(((BoxOffice) history(StreamId.of(event.id())).head()).bookings().all());
        }
        return all;
    }

    private static Listing listingOf(StateMachine office) {
        return ((BoxOffice) office).event().listing();
    }

    private void apply(Entry entry, History history, Fact fact) {
        history.head().apply(fact);
        if (fact instanceof EventListed news) listed.add(news.event());
        owners.computeIfAbsent(entry.stream(), _ -> new Ownership()).apply(fact);
    }

    private void made(Asked asked, Entry entry, Answer answer) {
        unless(
                asked.mayHappen(),
                "%s was done in entry %s after its client was told that it was not",
                asked,
                entry.position());
        unless(
                asked.madeIn() == 0,
                "%s was done twice, in entries %d and %d",
                asked,
                asked.madeIn(),
                entry.version());
        asked.made(entry.version(), answer);
        IdempotencyKey once = asked.once();
        if (once == null) return;
        @Nullable Asked earlier = makers.putIfAbsent(Key.of(entry.stream(), once), asked);
        unless(earlier == null, "%s was done although %s was, under the same key", asked, earlier);
    }

    private static void invariantsHold(History history) {
        try {
            Invariants.check(history.head());
        } catch (BrokenInvariant broken) {
            throw new BrokenPromise(broken.getMessage(), broken);
        }
    }

    private History begin(StreamId stream) {
        if (stream.isCatalog()) return new History(Catalog::new);
        EventDefinition definition = catalog().find(stream.event());
        if (definition == null) throw new IllegalStateException("not listed: " + stream);
        return new History(() -> new BoxOffice(definition));
    }

    private Catalog catalog() {
        return (Catalog) history(StreamId.CATALOG).head();
    }

    /// Where the run of facts that begins at `from` ends: those that one command made.
    private static int endOfRequest(List<Fact> facts, int from) {
        Cause first = facts.get(from).cause();
        int to = from + 1;
        while (to < facts.size() && isSameCommand(first, facts.get(to).cause())) to++;
        return to;
    }

    private static boolean isSameCommand(Cause a, Cause b) {
        return a.request().equals(b.request()) && a.atMillis() == b.atMillis();
    }
}
