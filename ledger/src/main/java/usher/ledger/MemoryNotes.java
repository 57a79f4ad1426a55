package usher.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The notes of an [InMemoryLedger]. Thread-safe.
final class MemoryNotes implements Notes {

    private final NavigableMap<String, Note> notes = new TreeMap<>();

    @Override
    public synchronized @Nullable Note find(String name) {
        return notes.get(name);
    }

    @Override
    public synchronized List<Note> list(String prefix, String after, int max) {
        String from = after.compareTo(prefix) > 0 ? after : prefix;
        List<Note> found = new ArrayList<>();
        for (Note note : notes.tailMap(from, !from.equals(after)).values()) {
            if (found.size() == max || !note.name().startsWith(prefix)) break;
            found.add(note);
        }
        return found;
    }

    @Override
    public synchronized List<Boolean> write(List<Note> changed) {
        List<Boolean> written = new ArrayList<>();
        for (Note note : changed) {
            boolean isLast = isLast(note);
            if (isLast) notes.put(note.name(), note.written());
            written.add(isLast);
        }
        return written;
    }

    @Override
    public synchronized boolean remove(Note note) {
        return isLast(note) && notes.remove(note.name()) != null;
    }

    private boolean isLast(Note note) {
        Note now = notes.get(note.name());
        return note.revision() == (now == null ? 0 : now.revision());
    }
}
