package usher.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usher.domain.SeatSet;

/// The parts of a plan: prices, rows, labels, sections.
class SectionTest {

    private static final Tier VIP = new Tier("VIP", new Money(12_000, "EUR"));

    @ParameterizedTest
    @CsvSource({
        "A, 0, A",
        "A, 25, Z",
        "A, 26, AA",
        "A, 27, AB",
        "A, 701, ZZ",
        "A, 702, AAA",
        "Y, 3, AB",
        "ZZ, 1, AAA",
        "1, 0, 1",
        "9, 1, 10",
        "99999, 1, 100000",
    })
    void rows_are_counted_on_from_the_first(String first, int row, String label) {
        assertEquals(label, new RowLabels.From(first).label(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0", "01", "A1", "ABCD", "100000", "-1", "Ä"})
    void a_first_row_that_cannot_be_counted_on_is_refused(String first) {
        refused("the first row must be", () -> new RowLabels.From(first));
    }

    @Test
    void listed_rows_are_called_as_they_are_listed() {
        assertEquals("Balcony", new RowLabels.Listed(List.of("A", "Balcony")).label(1));
        refused("the same label", () -> new RowLabels.Listed(List.of("A", "B", "A")));
        refused("1 to 10 characters", () -> new RowLabels.Listed(List.of("A", " ")));
        refused("1 to 10 characters", () -> new RowLabels.Listed(List.of("A".repeat(11))));
    }

    @Test
    void rows_of_one_length_are_equal_however_they_are_given() {
        assertEquals(Rows.equal(3, 4), Rows.of(4, 4, 4));
        assertTrue(Rows.of(4, 4, 4).areEqual());
        assertEquals(Rows.equal(3, 4).hashCode(), Rows.of(4, 4, 4).hashCode());
        assertNotEquals(Rows.of(4, 4), Rows.of(4, 3));
        assertNotEquals(Rows.of(3, 4), Rows.of(4, 3));
        assertFalse(Rows.of(4, 3).areEqual());
        assertEquals("2 rows, 7 places", Rows.of(4, 3).toString());
        assertEquals(4, Rows.of(3, 4).longest());
    }

    @Test
    void a_section_without_seats_or_with_too_many_is_refused() {
        refused("rows must be 1 to 10000", () -> Rows.equal(0, 1));
        refused("rows must be 1 to 10000", () -> Rows.equal(10_001, 1));
        refused("rows must be 1 to 10000", Rows::of);
        refused("1 to 100000 places", () -> Rows.equal(1, 0));
        refused("1 to 100000 places", () -> Rows.equal(1, -1));
        refused("1 to 100000 places", () -> Rows.equal(1000, 101));
        refused("1 to 100000 places", () -> Rows.equal(10_000, Integer.MAX_VALUE));
        refused("1 to 100000 places", () -> Rows.of(5, 0));
        refused("1 to 100000 places", () -> Rows.of(5, -1));
        refused("1 to 100000 places", () -> Rows.of(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(100_000, Rows.equal(1000, 100).total());
    }

    @Test
    void a_price_is_an_amount_of_a_currency() {
        assertTrue(new Money(0, "EUR").isNothing());
        assertFalse(new Money(1, "EUR").isNothing());
        assertEquals(Money.AMOUNT_MAX, new Money(1_000_000_000_000_000L, "JPY").amount());
        assertEquals(new Money(3, "EUR"), new Money(1, "EUR").plus(new Money(2, "EUR")));
        refused("EUR and USD", () -> new Money(1, "EUR").plus(new Money(2, "USD")));
        refused("amount must be 0 to", () -> new Money(-1, "EUR"));
        refused("amount must be 0 to", () -> new Money(1_000_000_000_000_001L, "EUR"));
        refused("price must be 0 to", () -> new Tier("A", new Money(10_000_000_001L, "EUR")));
        refused("three capital letters", () -> new Money(1, "eur"));
        refused("three capital letters", () -> new Money(1, "EURO"));
        refused("tier must have 1 to 100", () -> new Tier(" ", new Money(1, "EUR")));
    }

    @Test
    void a_section_that_makes_no_sense_is_refused() {
        refused("name must have", () -> numbered("", 1, SeatSet.none(), SeatSet.none()));
        refused("name must have", () -> numbered("x".repeat(101), 1, SeatSet.of(), SeatSet.of()));
        refused("firstSeat must be", () -> numbered("A", 0, SeatSet.none(), SeatSet.none()));
        refused("firstSeat must be", () -> numbered("A", 10_000, SeatSet.none(), SeatSet.none()));
        refused("an aisle must run", () -> numbered("A", 1, SeatSet.of(5), SeatSet.none()));
        refused("an aisle must run", () -> numbered("A", 1, SeatSet.of(0), SeatSet.none()));
        refused("accessible place", () -> numbered("A", 1, SeatSet.none(), SeatSet.of(9)));
        refused("accessible place", () -> numbered("A", 1, SeatSet.none(), SeatSet.of(0)));
        refused("as many row labels", () -> labelled("A"));
        refused("as many row labels", () -> labelled("A", "B", "C"));
        refused("x must be", () -> new Position(10_001, 0));
        refused("y must be", () -> new Position(0, Integer.MIN_VALUE));
        refused(
                "nobody stands in rows",
                () -> new GeneralAdmission("Floor", VIP, Rows.equal(2, 2), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-", "A-", "A-6", "A-14", "C-1", "B-+6", "B-007", "A-999999"})
    void a_label_that_no_place_has_is_not_found(String label) {
        NumberedSection section = numbered("A", 7, SeatSet.none(), SeatSet.none());
        Map<String, Integer> rows = section.rowLabels().rows(2);
        assertEquals(0, section.find(label, rows));
        assertEquals(1, section.find("A-7", rows));
        assertEquals(8, section.find("B-9", rows));
    }

    /// Two rows: of five and of three seats.
    private static NumberedSection numbered(
            String name, int firstSeat, SeatSet aisles, SeatSet accessible) {
        return new NumberedSection(
                name, VIP, Rows.of(5, 3), RowLabels.letters(), firstSeat, aisles, accessible, null);
    }

    private static NumberedSection labelled(String... rows) {
        SeatSet none = SeatSet.of(IntStream.empty().toArray());
        RowLabels labels = new RowLabels.Listed(List.of(rows));
        return new NumberedSection("A", VIP, Rows.of(5, 3), labels, 1, none, none, null);
    }

    private static void refused(String why, Executable attempt) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, attempt);
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }
}
