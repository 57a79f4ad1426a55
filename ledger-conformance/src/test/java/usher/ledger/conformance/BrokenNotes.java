package usher.ledger.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import usher.ledger.Ledger;
import usher.ledger.Notes;

/// Ledgers that keep notes wrong.
final class BrokenNotes {

    /// Notes that are right until a part of them is overridden.
    private static class RightNotes implements Notes {

        final Notes right;

        RightNotes(Ledger right) {
            this.right = right.notes();
        }

        @Override
        public @Nullable Note find(String name) {
            return right.find(name);
        }

        @Override
        public List<Note> list(String prefix, String after, int max) {
            return right.list(prefix, after, max);
        }

        @Override
        public List<Boolean> write(List<Note> notes) {
            return right.write(notes);
        }

        @Override
        public boolean remove(Note note) {
            return right.remove(note);
        }
    }

    private BrokenNotes() {}

    /// Says that it has written what it has not.
    static Ledger forgetting(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public List<Boolean> write(List<Note> notes) {
                        return notes.stream().map(_ -> true).toList();
                    }
                });
    }

    /// Writes and removes whatever somebody else has written meanwhile.
    static Ledger ignoringRevisions(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public List<Boolean> write(List<Note> notes) {
                        return right.write(notes.stream().map(this::last).toList());
                    }

                    @Override
                    public boolean remove(Note note) {
                        return right.remove(last(note));
                    }

                    private Note last(Note note) {
                        Note now = right.find(note.name());
                        long revision = now == null ? 0 : now.revision();
                        return new Note(note.name(), revision, note.text());
                    }
                });
    }

    /// Writes nothing at all if one of the notes is stale.
    static Ledger failingTheNeighbours(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public List<Boolean> write(List<Note> notes) {
                        boolean isStale = notes.stream().anyMatch(this::isStale);
                        return isStale ? notes.stream().map(_ -> false).toList() : writeAll(notes);
                    }

                    private List<Boolean> writeAll(List<Note> notes) {
                        return right.write(notes);
                    }

                    private boolean isStale(Note note) {
                        Note now = right.find(note.name());
                        return note.revision() != (now == null ? 0 : now.revision());
                    }
                });
    }

    /// Lets others in between comparing and writing.
    static Ledger lettingOthersInBetween(Ledger right) {
        Map<String, Notes.Note> kept = new ConcurrentHashMap<>();
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public @Nullable Note find(String name) {
                        return kept.get(name);
                    }

                    @Override
                    public List<Boolean> write(List<Note> notes) {
                        List<Boolean> written = new ArrayList<>();
                        for (Note note : notes) written.add(isLast(note));
                        pause();
                        for (int i = 0; i < notes.size(); i++) {
                            Note next = notes.get(i).written();
                            if (written.get(i)) kept.put(next.name(), next);
                        }
                        return written;
                    }

                    private boolean isLast(Note note) {
                        Note now = kept.get(note.name());
                        return note.revision() == (now == null ? 0 : now.revision());
                    }
                });
    }

    /// Always says revision 1.
    static Ledger neverMovingRevisions(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public @Nullable Note find(String name) {
                        Note found = right.find(name);
                        return found == null ? null : new Note(name, 1, found.text());
                    }
                });
    }

    /// Makes up an empty note where there is none.
    static Ledger makingUp(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public Note find(String name) {
                        Note found = right.find(name);
                        return found == null ? Note.none(name) : found;
                    }
                });
    }

    /// Lists the last ones first, and goes by the beginning alone.
    static Ledger listingAnyhow(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public List<Note> list(String prefix, String after, int max) {
                        List<Note> all = right.list(prefix, "", Integer.MAX_VALUE).reversed();
                        return all.subList(0, Math.min(max, all.size()));
                    }
                });
    }

    /// Loses the last note of a page.
    static Ledger losingTheLastOfAPage(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public List<Note> list(String prefix, String after, int max) {
                        List<Note> page = right.list(prefix, after, max);
                        return page.size() < max ? page : page.subList(0, max - 1);
                    }
                });
    }

    /// Goes on counting where a note that was removed has ended.
    static Ledger rememberingRemoved(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public boolean remove(Note note) {
                        return right.write(note.saying(""));
                    }
                });
    }

    /// Cuts texts that are long.
    static Ledger cuttingTexts(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public List<Boolean> write(List<Note> notes) {
                        return right.write(notes.stream().map(this::cut).toList());
                    }

                    private Note cut(Note note) {
                        String text = note.text();
                        return note.saying(text.substring(0, Math.min(60_000, text.length())));
                    }
                });
    }

    /// Takes small letters and capitals for the same.
    static Ledger foldingNames(Ledger right) {
        return with(
                right,
                new RightNotes(right) {
                    @Override
                    public List<Boolean> write(List<Note> notes) {
                        return right.write(notes.stream().map(this::fold).toList());
                    }

                    private Note fold(Note note) {
                        String name = note.name().toLowerCase(Locale.ROOT);
                        return new Note(name, note.revision(), note.text());
                    }
                });
    }

    private static Ledger with(Ledger right, Notes notes) {
        return new OneByOneLedger(right) {
            @Override
            public Notes notes() {
                return notes;
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
