package usher.domain.choosing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What is best, in pictures: `.` is free, `x` taken, `O` chosen; the front row is on top.
final class BestPlacesTest {

    @Test
    void the_middle_of_the_front_row_is_best() {
        assertBest(
                2,
                """
                ........
                ........
                """,
                """
                ...OO...
                ........
                """);
    }

    @Test
    void the_next_row_is_better_than_the_corner_of_this_one() {
        assertBest(
                2,
                """
                ..xxxx..
                ........
                """,
                """
                ..xxxx..
                ...OO...
                """);
    }

    @Test
    void a_single_place_is_not_left_behind() {
        assertBest(2, "xx...xxxxxx....xx", "xx...xxxxxxOO..xx");
        assertBest(1, "..x.x", "..xOx");
    }

    @Test
    void nor_one_on_either_side() {
        assertBest(2, "xxxxx....xxxxx", "xxxxxOO..xxxxx");
        assertBest(1, "xxx.....xxxx", "xxx..O..xxxx");
    }

    @Test
    void who_was_alone_before_does_not_count() {
        assertBest(2, "x.x..x", "x.xOOx");
    }

    @Test
    void an_aisle_parts_neighbours() {
        assertBest(3, "..|..x...", "..|..xOOO");
        assertBest(2, "xx.|.xx....", "xx.|.xxOO..");
    }

    @Test
    void a_row_further_back_is_better_than_an_orphan() {
        assertBest(
                2,
                """
                x...x
                x....
                """,
                """
                x...x
                xOO..
                """);
    }

    @Test
    void two_pairs_close_to_each_other_are_better_than_an_orphan() {
        assertBest(4, "..x.....x..x..", "..x...OOxOOx..");
    }

    @Test
    void together_with_an_orphan_is_better_than_in_two_rows() {
        assertBest(
                3,
                """
                ....
                ..xx
                """,
                """
                OOO.
                ..xx
                """);
    }

    @Test
    void nobody_sits_alone_if_two_rows_have_room_for_pairs() {
        assertBest(
                4,
                """
                .x.x.x.
                ..xxxxx
                x..xxxx
                """,
                """
                .x.x.x.
                OOxxxxx
                xOOxxxx
                """);
    }

    @Test
    void rows_close_to_each_other_are_better_than_rows_far_apart() {
        assertBest(
                4,
                """
                xx..xx
                xxxxxx
                ..xxxx
                xxxx..
                """,
                """
                xx..xx
                xxxxxx
                OOxxxx
                xxxxOO
                """);
    }

    @Test
    void as_few_as_can_be_sit_alone() {
        assertBest(3, ".x.x..x.", ".xOxOOx.");
    }

    @Test
    void what_is_listed_first_is_better() {
        assertBest(
                2,
                """
                x..x

                ....
                """,
                """
                xOOx

                ....
                """);
    }

    @Test
    void general_admission_gives_its_lowest_numbers_and_knows_no_orphans() {
        assertBest(3, "(x.x..x...)", "(xOxOOx...)");
        assertBest(
                3,
                """
                .x.x

                (x..xx)
                """,
                """
                .xOx

                (xOOxx)
                """);
    }

    @Test
    void accessible_places_are_for_those_who_ask_for_them() {
        assertBest(2, "x..aaa...", "xOOaaa...");
        Picture picture = Picture.of("....Aaa...");
        assertEquals("....AOO...", picture.with(picture.choose(2, true, _ -> true)));
    }

    @Test
    void a_place_beside_an_accessible_one_has_no_neighbour_there() {
        assertBest(1, "a.xx..xaa", "aOxx..xaa");
        assertBest(2, "a...aa....", "a...aaOO..");
    }

    @Test
    void fewer_than_asked_for_is_nothing() {
        assertBest(3, ".x.", "nothing");
        assertBest(1, "aa", "nothing");
    }

    @Test
    void in_a_hall_full_of_pairs_three_of_them_seat_six() {
        String pairs = "..x".repeat(100);
        String best = Picture.of(pairs).best(6);
        assertEquals("OOxOOxOO", best.substring(best.indexOf('O'), best.lastIndexOf('O') + 1));
        assertEquals(147, best.indexOf('O'));
    }

    @Test
    void an_odd_party_finds_no_place_among_pairs_without_somebody_alone() {
        String best = Picture.of("..x".repeat(100)).best(5);
        assertEquals("OOxOOxO", best.substring(best.indexOf('O'), best.lastIndexOf('O') + 1));
    }

    @Test
    void nor_do_pairs_enough_for_it_hide_two_rows_that_seat_it() {
        assertBest(
                5,
                """
                ..x..x..
                xx....xx
                xxxxxxxx
                xx...xxx
                """,
                """
                ..xOOx..
                xxOOO.xx
                xxxxxxxx
                xx...xxx
                """);
    }

    private static void assertBest(int quantity, String before, String after) {
        assertEquals(after.strip(), Picture.of(before).best(quantity));
    }
}
