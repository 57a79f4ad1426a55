package usher.server.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingStatus;
import usher.ledger.postgres.PostgresLedger;
import usher.ledger.postgres.PostgresOptions;
import usher.server.language.Language;
import usher.server.people.OwedMail.Told;
import usher.test.servers.TestPostgres;

/// People are kept alike in SQLite and in PostgreSQL.
final class SqlPeopleTest {

    /// Where people are kept.
    enum Store {
        SQLITE,
        POSTGRES
    }

    private static final EventId EVENT = EventId.of(1_800_000_000_000L, 1);
    private static final EventId OTHER = EventId.of(1_800_000_000_000L, 2);
    private static final UserId ANN = new UserId(UUID.randomUUID());
    private static final UserId BOB = new UserId(UUID.randomUUID());
    private static final Person PERSON = new Person("Zoë_1", "zoe@example.org", Language.FRENCH);

    private final String schema = "usher_people_" + UUID.randomUUID().toString().substring(0, 8);
    private final Contact first = contact(EVENT, ANN, PERSON, 100);

    @TempDir Path folder;
    private @Nullable SqlPeople people;
    private boolean isInPostgres;

    @ParameterizedTest
    @EnumSource(Store.class)
    void what_is_kept_is_found_again_also_by_another_node(Store store) {
        People here = open(store);
        assertEquals(List.of(true), here.keep(List.of(first)));
        assertEquals(first, here.find(EVENT, booking(first)));
        assertNull(here.find(OTHER, booking(first)));
        here.close();
        try (People again = open(store)) {
            assertEquals(first, again.find(EVENT, booking(first)));
        }
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void the_first_word_counts(Store store) {
        Contact later =
                new Contact(
                        EVENT, first.booking(), ANN, new Person(null, null, Language.ENGLISH), 200);
        Contact stranger = new Contact(EVENT, first.booking(), BOB, PERSON, 200);
        assertEquals(List.of(true, false, true), open(store).keep(List.of(first, later, stranger)));
        assertEquals(first, people().find(EVENT, booking(first)));
        people().forget(stranger);
        assertEquals(first, people().find(EVENT, booking(first)));
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void people_are_listed_found_and_erased(Store store) {
        Contact second = contact(OTHER, ANN, PERSON, 300);
        Contact third = contact(EVENT, BOB, new Person("Bob", null, Language.ENGLISH), 200);
        open(store).keep(List.of(first, second, third));

        assertEquals(List.of(second, first), people().of(ANN, 10));
        assertEquals(List.of(second), people().of(ANN, 1));
        assertEquals(List.of(first.booking()), people().search(EVENT, "ZOE_1", 10));
        assertEquals(List.of(), people().search(EVENT, "zoe%", 10));
        assertEquals(List.of(third.booking(), first.booking()), people().search(EVENT, "o", 10));
        assertEquals(2, people().erase(ANN));
        assertEquals(List.of(), people().of(ANN, 10));
        assertEquals(List.of(third), people().of(BOB, 10));
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void what_is_owed_is_due_until_it_is_settled(Store store) {
        Contact silent = contact(EVENT, BOB, new Person("Bob", null, Language.ENGLISH), 50);
        open(store).keep(List.of(first, silent));

        OwedMail owed = new OwedMail(first, Told.NOTHING, 0, 100);
        assertEquals(List.of(), people().due(99, 10));
        assertEquals(List.of(owed), people().due(100, 10));
        assertEquals(List.of(owed), people().owed(EVENT, first.booking()));
        people().putOff(owed, Told.CONFIRMED, 3, 500);
        OwedMail later = new OwedMail(first, Told.CONFIRMED, 3, 500);
        assertEquals(List.of(), people().due(499, 10));
        assertEquals(List.of(later), people().due(500, 10));
        people().hasten(EVENT, 200);
        assertEquals(1, people().due(200, 10).size());
        people().settle(later);
        assertEquals(List.of(), people().due(Long.MAX_VALUE, 10));
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void of_two_nodes_one_looks_after_a_mail(Store store) {
        open(store).keep(List.of(first));
        OwedMail owed = people().due(100, 1).getFirst();
        assertTrue(people().claim(owed, 1000));
        assertFalse(people().claim(owed, 2000));
        assertEquals(List.of(), people().due(999, 10));
        assertEquals(1, people().due(1000, 10).size());
        people().takeOver(500, 999);
        assertEquals(List.of(), people().due(999, 10));
        people().takeOver(500, 1000);
        assertEquals(1, people().due(500, 10).size());
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void another_store_takes_over_what_is_known_and_owed(Store store) {
        Contact silent = contact(EVENT, BOB, new Person("Bob", null, Language.ENGLISH), 50);
        Contact told = contact(OTHER, ANN, PERSON, 60);
        OwedMail waiting = new OwedMail(first, Told.NOTHING, 2, 700);
        OwedMail confirmed = new OwedMail(told, Told.CONFIRMED, 0, 800);
        OwedMail nothing = new OwedMail(silent, Told.NOTHING, 0, 0);
        open(store).keep(List.of(first));

        assertEquals(2, people().adopt(List.of(waiting, confirmed, nothing)));

        List<OwedMail> all = people().list(null, 10);
        OwedMail asBefore = new OwedMail(first, Told.NOTHING, 0, 100);
        assertEquals(Set.of(asBefore, confirmed, nothing), Set.copyOf(all));
        assertEquals(all.subList(0, 2), people().list(null, 2));
        assertEquals(all.subList(2, 3), people().list(all.get(1).contact(), 10));
        assertEquals(List.of(), people().list(all.get(2).contact(), 10));
        assertEquals(List.of(asBefore, confirmed), people().due(Long.MAX_VALUE, 10));
    }

    @AfterEach
    void close() {
        if (people != null) people.close();
        if (isInPostgres) TestPostgres.run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
    }

    private SqlPeople open(Store store) {
        SqlPeople opened =
                switch (store) {
                    case SQLITE -> new SqlPeople(this::sqlite);
                    case POSTGRES -> inPostgres();
                };
        people = opened;
        return opened;
    }

    private Connection sqlite() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("people.db"));
    }

    private SqlPeople inPostgres() {
        isInPostgres = true;
        String url = TestPostgres.url(schema);
        PostgresLedger.open(url, PostgresOptions.standard()).close();
        return new SqlPeople(() -> PostgresLedger.connect(url));
    }

    private SqlPeople people() {
        if (people == null) throw new IllegalStateException("not open");
        return people;
    }

    private static Contact contact(EventId event, UserId user, Person person, long since) {
        return new Contact(event, new BookingId(UUID.randomUUID()), user, person, since);
    }

    private static Booking booking(Contact contact) {
        return new Booking(
                contact.booking(),
                contact.user(),
                SeatSet.of(1),
                null,
                1,
                BookingStatus.PENDING,
                1,
                2,
                null,
                List.of());
    }
}
