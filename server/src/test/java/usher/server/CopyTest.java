package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.catalog.EventListed;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.Policy;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Plan;
import usher.domain.selling.BookingId;
import usher.domain.selling.SeatsReserved;
import usher.engine.Keys;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Notes.Note;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;
import usher.server.copy.LedgerDigest;
import usher.server.language.Language;
import usher.server.people.Contact;
import usher.server.people.OwedMail;
import usher.server.people.OwedMail.Told;
import usher.server.people.People;
import usher.server.people.Person;
import usher.test.servers.TestPostgres;
import usher.test.servers.TestRedis;

/// `./usher copy`, between files and schemas.
@Tag(LedgerOfRun.EMBEDDED)
final class CopyTest {

    private static final UserId ANN = new UserId(new UUID(1, 1));
    private static final Cause CAUSE = Cause.of(1000, ANN, "test");
    private static final long DUE_MILLIS = 61_000;
    private static final int EVENTS = 300;

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> schemas = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final Set<String> digests = new HashSet<>();
    private final String file = "sqlite:%s/usher.db";

    @AfterEach
    void forget_everything() {
        for (String prefix : prefixes) {
            try (Jedis redis = new Jedis(URI.create(TestRedis.durableUrl()))) {
                TestRedis.forget(redis, prefix);
            }
        }

        for (String schema : schemas) {
            TestPostgres.run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
        }
    }

    @Test
    void a_sale_goes_through_every_kind_of_ledger_and_comes_back_the_same() {
        String home = file.formatted(folder);
        sell(home);
        List<String> way = List.of(home, schema(), keyspace(), file.formatted(folder + "/back"));

        for (int i = 1; i < way.size(); i++) {
            out.reset();
            assertEquals(0, copy(way.get(i - 1), way.get(i)), said(err));
            digests.add(digest());
            assertTrue(said(out).contains("copied    1,200 entries"), said(out));
            assertSound(way.get(i));
        }

        assertEquals(1, digests.size());
    }

    @Test
    void keys_deadlines_and_snapshots_go_along() {
        String home = file.formatted(folder);
        sell(home);
        String shared = schema();
        assertEquals(0, copy(home, shared), said(err));
        try (Ledger ledger = Ledgers.look(shared)) {
            StreamId first = StreamId.of(event(1).id());
            assertEquals(EVENTS, ledger.find(Keys.of(ANN)).size());
            assertEquals(EVENTS, ledger.deadlines().due(DUE_MILLIS, Integer.MAX_VALUE).size());
            assertEquals(2, ledger.snapshots().latest(first).position().version());
        }
    }

    @Test
    void notes_go_along_but_for_the_lease_of_a_node() {
        String home = file.formatted(folder);
        String shared = schema();
        sell(home);
        note(home, "relay/at/1", "rabbitmq=4");
        note(home, "webhook/1", "says");
        note(home, "webhook/1", "says something else");
        note(home, "relay/lease", "this node");
        note(shared, "relay/lease", "another node");

        assertEquals(0, copy(home, shared), said(err));

        try (Ledger ledger = Ledgers.look(shared)) {
            List<Note> expected =
                    List.of(
                            new Note("relay/at/1", 1, "rabbitmq=4"),
                            new Note("relay/lease", 1, "another node"),
                            new Note("webhook/1", 1, "says something else"));
            assertEquals(expected, ledger.notes().list("", "", 10));
        }
    }

    @Test
    void people_go_along_and_come_back() {
        String home = file.formatted(folder);
        String shared = schema();
        String back = file.formatted(folder + "/back");
        sell(home);
        List<OwedMail> known = people(home, 600);

        assertEquals(0, copy(home, shared), said(err));
        assertTrue(said(out).contains("people    600 names and addresses"), said(out));
        assertEquals(0, copy(shared, back), said(err));

        try (People people = PeopleStore.existing(back)) {
            assertEquals(Set.copyOf(known), Set.copyOf(people.list(null, 1_000)));
        }
    }

    @Test
    void people_stay_behind_where_none_can_be_kept_and_that_is_said() {
        String home = file.formatted(folder);
        sell(home);
        people(home, 3);
        assertEquals(0, copy(home, keyspace()), said(err));
        assertTrue(said(out).contains("people    3 names and addresses are left"), said(out));
    }

    @Test
    void people_who_are_known_already_are_a_problem() {
        String home = file.formatted(folder);
        String shared = schema();
        sell(home);
        List<OwedMail> known = people(home, 3);
        try (Ledger _ = Ledgers.join(shared);
                People people = PeopleStore.open(shared)) {
            assertEquals(1, people.adopt(known.subList(0, 1)));
        }

        assertEquals(1, copy(home, shared), said(err));

        assertTrue(said(out).contains("of 3 names and addresses, 1 were known"), said(out));
    }

    @Test
    void a_note_that_says_something_else_makes_another_digest() {
        String home = file.formatted(folder);
        sell(home);
        note(home, "webhook/1", "says");
        String before = digestOf(home);
        note(home, "relay/lease", "this node");
        assertEquals(before, digestOf(home));
        note(home, "webhook/1", "says something else");
        assertNotEquals(before, digestOf(home));
    }

    @Test
    void a_ledger_that_has_notes_is_not_copied_into() {
        String home = file.formatted(folder);
        String other = file.formatted(folder.resolve("other"));
        sell(home);
        note(other, "webhook/1", "says");

        assertEquals(2, copy(home, other));

        assertTrue(said(err).contains("is not empty"), said(err));
    }

    @Test
    void a_ledger_that_has_something_is_not_copied_into() {
        String home = file.formatted(folder);
        String other = file.formatted(folder.resolve("other"));
        sell(home);
        append(other, StreamId.CATALOG, List.of(new EventListed(CAUSE, event(1))));

        assertEquals(2, copy(home, other));

        assertTrue(said(err).contains("is not empty"), said(err));
        assertEquals(2, copy(home, home));
    }

    @Test
    void what_is_not_there_is_not_copied_and_not_made() {
        assertEquals(2, copy(file.formatted(folder), schema()));
        assertTrue(said(err).contains("there is no ledger here"), said(err));
        assertTrue(Files.notExists(folder.resolve("usher.db")));
        assertEquals(2, copy("foo", schema()));
    }

    @Test
    void words_that_mean_nothing_are_answered_with_those_that_do() {
        assertEquals(2, Copy.run(new String[] {"--all"}, printer(out), printer(err)));
        assertTrue(said(err).startsWith("usage: ./usher copy FROM TO"), said(err));
    }

    private void sell(String url) {
        try (Ledger ledger = Ledgers.join(url)) {
            Position listed = Position.START;
            for (int i = 1; i <= EVENTS; i++) {
                listed = append(ledger, StreamId.CATALOG, listed, new EventListed(CAUSE, event(i)));
                StreamId stream = StreamId.of(event(i).id());
                Position at =
                        append(
                                ledger,
                                stream,
                                Position.START,
                                new EventOpened(CAUSE, event(i)),
                                new SeatsHeld(CAUSE, ANN, SeatSet.of(1, 2), DUE_MILLIS));
                at = append(ledger, stream, at, reserved(i));
                if (i == 1) snapshot(ledger, stream, at);
                append(ledger, stream, at, held());
            }
        }
    }

    /// Lets so many people be known beside a ledger.
    private static List<OwedMail> people(String url, int count) {
        List<OwedMail> known = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Person person =
                    new Person("Zoë " + i, "zoe%d@example.org".formatted(i), Language.ENGLISH);
            BookingId booking = new BookingId(new UUID(i, 1));
            Contact contact = new Contact(event(1).id(), booking, ANN, person, 1_000);
            known.add(new OwedMail(contact, Told.CONFIRMED, i % 3, i % 2 * DUE_MILLIS));
        }
        try (People people = PeopleStore.open(url)) {
            assertEquals(count, people.adopt(known));
        }
        return known;
    }

    private static void note(String url, String name, String text) {
        try (Ledger ledger = Ledgers.join(url)) {
            assertTrue(ledger.notes().write(ledger.notes().last(name).saying(text)));
        }
    }

    private static String digestOf(String url) {
        try (Ledger ledger = Ledgers.join(url)) {
            return LedgerDigest.of(ledger);
        }
    }

    private static Fact reserved(int number) {
        BookingId booking = new BookingId(new UUID(number, 1));
        return new SeatsReserved(CAUSE, ANN, SeatSet.of(1), booking);
    }

    private static Fact[] held() {
        return new Fact[] {
            new HoldsReleased(CAUSE, SeatSet.of(2)),
            new SeatsHeld(CAUSE, ANN, SeatSet.of(3), DUE_MILLIS)
        };
    }

    private static void snapshot(Ledger ledger, StreamId stream, Position at) {
        BoxOffice office = new BoxOffice(event(1));
        ledger.read(stream, 0, 10).forEach(entry -> entry.facts().forEach(office::apply));
        ledger.snapshots().store(new Snapshot(stream, at, office.snapshot().get()));
    }

    private static void append(String url, StreamId stream, List<Fact> facts) {
        try (Ledger ledger = Ledgers.join(url)) {
            append(ledger, stream, Position.START, facts.toArray(Fact[]::new));
        }
    }

    private static Position append(
            Ledger ledger, StreamId stream, Position follows, Fact... facts) {
        List<Fact> made = List.of(facts);
        long deadline = stream.isCatalog() ? Long.MAX_VALUE : DUE_MILLIS;
        Append append =
                new Append(
                        stream,
                        follows,
                        follows.version() + 7,
                        made,
                        Keys.filing(made),
                        deadline,
                        Long.MAX_VALUE);
        ledger.append(List.of(append)).toCompletableFuture().join();
        return append.position();
    }

    private String schema() {
        String name = "usher_test_" + UUID.randomUUID().toString().substring(0, 8);
        schemas.add(name);
        return TestPostgres.url(name);
    }

    private String keyspace() {
        String prefix = "usher-test-" + UUID.randomUUID().toString().substring(0, 8);
        prefixes.add(prefix);
        return TestRedis.named(TestRedis.durableUrl(), prefix);
    }

    private int copy(String from, String to) {
        return Copy.run(new String[] {from, to}, printer(out), printer(err));
    }

    private void assertSound(String url) {
        String[] args = {"--ledger", url};
        assertEquals(0, Verify.run(args, Map.of(), printer(out), printer(err)), said(out));
    }

    /// The digest that was printed last.
    private String digest() {
        String all = said(out);
        int at = all.lastIndexOf("digest    ");
        return all.substring(at, all.indexOf('\n', at));
    }

    private static EventDefinition event(int number) {
        return new EventDefinition(
                EventId.of(1, number),
                EventDetails.of("A", Policy.DEFAULT),
                Plan.plain(10),
                Instant.EPOCH);
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
