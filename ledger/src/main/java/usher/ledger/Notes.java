package usher.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Small texts beside the facts, which change: how far a relay has come, where it sends to, which
/// node does it.
///
/// A note is written only by who knows what it says now, so no node overwrites what it has not
/// seen. What is written is as durable as an entry. Nothing that is sold depends on a note, and no
/// fact is ever in one. Thread-safe; calls may block and throw [LedgerException], after which
/// nobody knows what was written.
public interface Notes {

    /// In characters.
    int NAME_LENGTH_MAX = 200;

    /// In characters.
    int TEXT_LENGTH_MAX = 100_000;

    /// A text under a name.
    ///
    /// @param name printable ASCII without spaces, 1 to [#NAME_LENGTH_MAX] characters
    /// @param revision how often it was written: 1 or more; 0: it was never, or was removed
    record Note(String name, long revision, String text) {

        public Note {
            if (name.isEmpty() || name.length() > NAME_LENGTH_MAX || !isPlain(name)) {
                throw new IllegalArgumentException("no name of a note: " + name);
            }
            if (revision < 0) throw new IllegalArgumentException("revision " + revision);
            if (text.length() > TEXT_LENGTH_MAX) {
                throw new IllegalArgumentException("%s is too long".formatted(name));
            }
        }

        private static boolean isPlain(String name) {
            return name.chars().allMatch(letter -> letter > ' ' && letter < 0x7F);
        }

        /// What is not there yet.
        public static Note none(String name) {
            return new Note(name, 0, "");
        }

        /// The same note, to say `text` from now on.
        public Note saying(String text) {
            return new Note(name, revision, text);
        }

        /// The same note once it was written.
        public Note written() {
            return new Note(name, revision + 1, text);
        }
    }

    /// The note called `name`, if there is one.
    @Nullable Note find(String name);

    /// The note called `name` as it is now, to say something else: [Note#none], if there is none.
    default Note last(String name) {
        Note found = find(name);
        return found == null ? Note.none(name) : found;
    }

    /// Up to `max` notes (1 or more) whose names begin with `prefix` and come after `after`, in the
    /// order of their characters; `after` may be empty.
    List<Note> list(String prefix, String after, int max);

    /// Writes each of `notes`, of which no two share a name, if its revision is still the last; one
    /// that is not leaves the others alone.
    ///
    /// @return for each whether it was written, and is [Note#written] now
    List<Boolean> write(List<Note> notes);

    /// Writes `note` if its revision is still the last.
    ///
    /// @return whether it was written, and is [Note#written] now
    default boolean write(Note note) {
        return write(List.of(note)).getFirst();
    }

    /// Removes `note` if its revision is still the last. One of its name may begin anew, with
    /// revision 1.
    ///
    /// @return whether it was removed
    boolean remove(Note note);
}
