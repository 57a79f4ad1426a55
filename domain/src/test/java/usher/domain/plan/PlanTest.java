package usher.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is computed of a place from its number.
class PlanTest {

    private static final Tier VIP = new Tier("VIP", new Money(12_000, "EUR"));
    private static final Tier FLOOR = new Tier("Floor", new Money(5_000, "EUR"));

    @Test
    void places_are_numbered_section_after_section_and_row_after_row() {
        Plan plan =
                Plan.of(
                        List.of(
                                NumberedSection.of("Left", VIP, Rows.of(2, 3)),
                                GeneralAdmission.of("Floor", FLOOR, 4, null),
                                NumberedSection.of("Right", VIP, Rows.equal(2, 2))));

        assertEquals(13, plan.totalSeats());
        assertEquals(
                List.of(
                        "A-1", "A-2", "B-1", "B-2", "B-3", "Floor-1", "Floor-2", "Floor-3",
                        "Floor-4", "A-1", "A-2", "B-1", "B-2"),
                IntStream.rangeClosed(1, 13).mapToObj(plan::label).toList());
        assertEquals(List.of(VIP, FLOOR), plan.tiers());
        assertEquals(9, plan.capacity(VIP));
        assertEquals(4, plan.capacity(FLOOR));
        assertTrue(plan.isNumbered(VIP));
        assertFalse(plan.isNumbered(FLOOR));
        assertEquals(5, plan.rowCount());
    }

    @Test
    void plain_places_have_a_number_and_nothing_else() {
        Plan plan = Plan.plain(100_000);
        assertTrue(plan.isPlain());
        assertEquals(100_000, plan.totalSeats());
        assertNull(plan.label(7));
        assertNull(plan.tier(7));
        assertNull(plan.section(7).name());
        assertNull(plan.section(7).at());
        assertFalse(plan.isAccessible(7));
        assertEquals(List.of(), plan.tiers());
        assertEquals(1, plan.rowCount());
        assertTrue(plan.isNextToNext(99_999));
        assertFalse(plan.isNextToNext(100_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_place_is_where_a_walk_through_the_house_finds_it(long seed) {
        RandomPlans plans = new RandomPlans(new SplittableRandom(seed));
        for (int i = 0; i < 200; i++) {
            Plan plan = plans.next();
            new Walk(plan).compare();
            assertEquals(plan, Plan.of(new ArrayList<>(plan.sections())));
            assertEquals(plan.hashCode(), Plan.of(plan.sections()).hashCode());
        }
    }

    @Test
    void plans_differ_if_a_section_does() {
        Plan one = Plan.of(List.of(NumberedSection.of("A", VIP, Rows.of(2, 3))));
        assertNotEquals(one, Plan.of(List.of(NumberedSection.of("A", VIP, Rows.of(3, 2)))));
        assertNotEquals(one, Plan.of(List.of(NumberedSection.of("B", VIP, Rows.of(2, 3)))));
        assertNotEquals(one, Plan.plain(5));
        assertNotEquals(Plan.plain(5), Plan.plain(6));
        assertEquals(Plan.plain(5), Plan.plain(5));
        assertEquals("1 sections, 5 places", one.toString());
    }

    @Test
    void a_plan_that_makes_no_sense_is_refused() {
        Section vip = NumberedSection.of("A", VIP, Rows.equal(1, 1));
        Tier dearVip = new Tier("VIP", new Money(12_001, "EUR"));
        Tier dollars = new Tier("Lawn", new Money(1, "USD"));
        refused("1 to 1000 sections");
        refused("two sections are called A", vip, vip);
        refused("tier VIP has two prices", vip, NumberedSection.of("B", dearVip, Rows.of(1)));
        refused("one currency", vip, NumberedSection.of("B", dollars, Rows.of(1)));
        refused("tier VIP is numbered and", vip, GeneralAdmission.of("B", VIP, 1, null));
        refused("has no name", PlainSection.of(1));
        refused("100000 places in all", vip, NumberedSection.of("B", VIP, Rows.equal(1000, 100)));
        refused("10000 rows in all", vip, NumberedSection.of("B", VIP, Rows.equal(10_000, 1)));
        List<Section> many = new ArrayList<>();
        for (int i = 0; i < 1001; i++) many.add(NumberedSection.of("S" + i, VIP, Rows.of(1)));
        refused("1 to 1000 sections", many.toArray(new Section[0]));
        assertThrows(IllegalArgumentException.class, () -> Plan.plain(0));
        assertThrows(IllegalArgumentException.class, () -> Plan.plain(100_001));
    }

    private static void refused(String why, Section... sections) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Plan.of(List.of(sections)));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    /// Somebody who counts every place of a house, as slowly as it takes to be sure.
    private static final class Walk {

        private final Plan plan;
        private int seat;
        private int row = -1;

        Walk(Plan plan) {
            this.plan = plan;
        }

        void compare() {
            List<Section> sections = plan.sections();
            for (int index = 0; index < sections.size(); index++) {
                assertEquals(seat + 1, plan.firstSeat(index));
                assertEquals(row + 1, plan.firstRow(index));
                through(sections.get(index), index);
                assertEquals(seat, plan.lastSeat(index));
            }
            assertEquals(seat, plan.totalSeats());
            assertEquals(row + 1, plan.rowCount());
        }

        private void through(Section section, int index) {
            Rows rows = section.rows();
            int place = 0;
            for (int r = 0; r < rows.count(); r++) {
                row++;
                for (int i = 1; i <= rows.length(r); i++) {
                    seat++;
                    place++;
                    assertEquals(index, plan.sectionIndex(seat));
                    assertEquals(place, plan.place(seat));
                    assertEquals(row, plan.row(seat));
                    assertEquals(section.tier(), plan.tier(seat));
                    compareSeat(section, r, i, place);
                }
            }
        }

        private void compareSeat(Section section, int r, int i, int place) {
            boolean isLast = i == section.rows().length(r);
            if (section instanceof NumberedSection s) {
                String label = s.rowLabels().label(r) + "-" + (s.firstSeat() + i - 1);
                assertEquals(label, plan.label(seat));
                assertEquals(place, s.find(label, s.rowLabels().rows(s.rows().count())));
                assertEquals(s.accessible().contains(place), plan.isAccessible(seat));
                assertEquals(!isLast && !s.aisles().contains(i), plan.isNextToNext(seat));
            } else {
                assertEquals(section.name() + "-" + place, plan.label(seat));
                assertFalse(plan.isAccessible(seat));
                assertEquals(!isLast, plan.isNextToNext(seat));
            }
        }
    }
}
