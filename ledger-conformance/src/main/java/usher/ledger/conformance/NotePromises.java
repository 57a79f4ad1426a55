package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import usher.ledger.Notes;
import usher.ledger.Notes.Note;

/// Small texts beside the facts, each written only by who has seen what it says.
interface NotePromises extends Promises {

    @Test
    default void a_written_note_is_found_with_revision_1(Trial trial) {
        assertTrue(notes(trial).write(anew("a", "one")));
        assertEquals(new Note("a", 1, "one"), notes(trial).find("a"));
    }

    @Test
    default void each_write_moves_the_revision_of_a_note(Trial trial) {
        Note note = written(trial, "a", "");
        for (int i = 2; i <= 12; i++) {
            assertTrue(notes(trial).write(note.saying("text " + i)));
            note = new Note("a", i, "text " + i);
            assertEquals(note, notes(trial).find("a"));
        }
    }

    @Test
    default void a_stale_revision_writes_nothing_and_leaves_its_neighbours_alone(Trial trial) {
        Note first = written(trial, "b", "first");
        Note last = first.saying("last");
        assertTrue(notes(trial).write(last));
        List<Note> changed =
                List.of(anew("c", "c"), first, anew("a", "a"), new Note("d", 7, "ahead"));
        assertEquals(List.of(true, false, true, false), notes(trial).write(changed));
        assertFalse(notes(trial).write(anew("b", "b")));
        List<Note> expected =
                List.of(anew("a", "a").written(), last.written(), anew("c", "c").written());
        assertEquals(expected, notes(trial).list("", "", 10));
    }

    @Test
    default void a_note_that_was_never_written_is_none(Trial trial) {
        written(trial, "ab", "");
        assertNull(notes(trial).find("a"));
        assertNull(notes(trial).find("abc"));
        assertEquals(List.of(), notes(trial).list("b", "", 10));
        assertEquals(List.of(), notes(trial).write(List.of()));
    }

    @Test
    default void notes_are_listed_by_how_they_begin_in_the_order_of_their_names(Trial trial) {
        for (String name : List.of("b", "a/2", "a/10", "a", "a/1", "a0", "A/1", "a/~", "a/Z")) {
            written(trial, name, "text of " + name);
        }
        assertEquals(List.of("a/1", "a/10", "a/2", "a/Z", "a/~"), names(trial, "a/", "", 10));
        assertEquals(List.of("A/1", "a", "a/1"), names(trial, "", "", 3));
        Note found = notes(trial).list("a/10", "", 1).getFirst();
        assertEquals(new Note("a/10", 1, "text of a/10"), found);
    }

    @Test
    default void a_list_begins_after_the_given_name(Trial trial) {
        for (String name : List.of("a/1", "a/10", "a/2", "b")) written(trial, name, "");
        assertEquals(List.of("a/10", "a/2"), names(trial, "a/", "a/1", 10));
        assertEquals(List.of("a/10"), names(trial, "a/", "a/1", 1));
        assertEquals(List.of("a/2"), names(trial, "a/", "a/11", 10));
        assertEquals(List.of("a/1", "a/10", "a/2"), names(trial, "a/", "A", 10));
        assertEquals(List.of(), names(trial, "a/", "b", 10));
    }

    @Test
    default void pages_of_notes_make_up_the_whole(Trial trial) {
        List<Note> all =
                IntStream.range(0, 1000)
                        .mapToObj(number -> anew("page/%04d".formatted(number), "n" + number))
                        .toList();
        assertTrue(notes(trial).write(all).stream().allMatch(isWritten -> isWritten));
        List<Note> listed = new ArrayList<>();
        List<Note> page = notes(trial).list("page/", "", 300);
        while (!page.isEmpty()) {
            assertEquals(Math.min(300, 1000 - listed.size()), page.size());
            listed.addAll(page);
            page = notes(trial).list("page/", page.getLast().name(), 300);
        }
        assertEquals(all.stream().map(Note::written).toList(), listed);
    }

    @Test
    default void a_note_is_removed_only_by_its_last_revision(Trial trial) {
        Note first = written(trial, "a", "first");
        Note other = written(trial, "b", "other");
        assertTrue(notes(trial).write(first));
        assertFalse(notes(trial).remove(first));
        assertFalse(notes(trial).remove(Note.none("a")));
        assertFalse(notes(trial).remove(Note.none("c")));
        assertTrue(notes(trial).remove(first.written()));
        assertFalse(notes(trial).remove(first.written()));
        assertEquals(List.of(other), notes(trial).list("", "", 10));
    }

    @Test
    default void a_note_that_was_removed_begins_anew(Trial trial) {
        Note gone = written(trial, "a", "gone");
        assertTrue(notes(trial).remove(gone));
        assertFalse(notes(trial).write(gone));
        assertNull(notes(trial).find("a"));
        assertEquals(new Note("a", 1, "anew"), written(trial, "a", "anew"));
    }

    @Test
    default void rivals_for_a_revision_have_one_winner(Trial trial) {
        Note note = Note.none("rivals");
        Note beside = Note.none("other");
        for (int round = 0; round < 30; round++) {
            List<List<Note>> wishes =
                    List.of(
                            List.of(note.saying("one"), beside.saying("one")),
                            List.of(beside.saying("two"), note.saying("two")));
            List<List<Boolean>> written = atTheSameMoment(trial, wishes);
            assertEquals(1, winners(written.get(0).get(0), written.get(1).get(1)));
            assertEquals(1, winners(written.get(0).get(1), written.get(1).get(0)));
            note = note.saying(written.get(0).get(0) ? "one" : "two").written();
            beside = beside.saying(written.get(0).get(1) ? "one" : "two").written();
            assertEquals(note, notes(trial).find("rivals"));
            assertEquals(beside, notes(trial).find("other"));
        }
    }

    @Test
    default void a_note_says_what_was_written_however_long_and_odd(Trial trial) {
        StringBuilder printable = new StringBuilder();
        for (char letter = ' ' + 1; letter < 0x7F; letter++) printable.append(letter);
        String name = printable.toString().repeat(3).substring(0, Notes.NAME_LENGTH_MAX);
        String text = printable + " \n\t\r\u0001 ä東\uD83C\uDF9F%_{}[]'\"\\";
        assertEquals(new Note(name, 1, text), written(trial, name, text));
        assertEquals(List.of(name), names(trial, name, "", 10));
        String longest = text.repeat(Notes.TEXT_LENGTH_MAX).substring(0, Notes.TEXT_LENGTH_MAX);
        assertEquals(new Note("b", 1, longest), written(trial, "b", longest));
    }

    @Test
    default void names_of_notes_differ_by_case_and_are_no_patterns(Trial trial) {
        for (String name : List.of("a_b", "a%b", "aXb", "A_B", "a*b", "a?b", "a\\b", "a'b")) {
            written(trial, name, name);
        }
        for (String name : List.of("a_", "a%", "A", "a*", "a?", "a\\", "a'")) {
            assertEquals(1, notes(trial).list(name, "", 10).size());
        }
        assertEquals(new Note("A_B", 1, "A_B"), notes(trial).find("A_B"));
    }

    private static Notes notes(Trial trial) {
        return trial.ledger().notes();
    }

    private static Note anew(String name, String text) {
        return Note.none(name).saying(text);
    }

    /// A new note as it is found once it was written.
    private static Note written(Trial trial, String name, String text) {
        assertTrue(notes(trial).write(anew(name, text)));
        Note found = notes(trial).find(name);
        if (found == null) throw new AssertionError(name + " is not there");
        return found;
    }

    private static List<String> names(Trial trial, String prefix, String after, int max) {
        return notes(trial).list(prefix, after, max).stream().map(Note::name).toList();
    }

    private static int winners(boolean one, boolean other) {
        return (one ? 1 : 0) + (other ? 1 : 0);
    }

    private static List<List<Boolean>> atTheSameMoment(Trial trial, List<List<Note>> wishes) {
        CyclicBarrier start = new CyclicBarrier(wishes.size());
        List<Callable<List<Boolean>>> tasks = new ArrayList<>();
        for (List<Note> wish : wishes) {
            tasks.add(
                    () -> {
                        start.await();
                        return notes(trial).write(wish);
                    });
        }
        return Race.atOnce(tasks);
    }
}
