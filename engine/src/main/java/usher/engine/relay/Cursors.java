package usher.engine.relay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.Notes.Note;
import usher.ledger.StreamId;

/// How far each route has come in each stream: a note for each stream, with all routes in it.
///
/// In memory are the notes of streams that somebody works at, and those that are not yet stored as
/// they are. On the relays' thread.
final class Cursors {

    private static final String PREFIX = "relay/at/";

    /// One stream's note as it is in memory.
    private static final class Page {
        private final StreamId stream;
        private @Nullable Note note;
        private Map<String, Long> versions = new TreeMap<>();
        private int users;
        private boolean isChanged;
        private boolean isBeingStored;

        Page(StreamId stream) {
            this.stream = stream;
        }
    }

    private final Map<StreamId, Page> pages = new LinkedHashMap<>();
    private final Set<String> ended;

    /// @param ended routes that are remembered no longer
    Cursors(Set<String> ended) {
        this.ended = ended;
    }

    /// The name of the note of `stream`, in the order of the streams.
    static String name(StreamId stream) {
        return PREFIX + stream.value();
    }

    static String prefix() {
        return PREFIX;
    }

    /// What `note` says: the version of each route.
    ///
    /// @throws NumberFormatException if somebody else wrote it
    static Map<String, Long> versions(Note note) {
        Map<String, Long> versions = new TreeMap<>();
        if (note.text().isEmpty()) return versions;
        for (String part : note.text().split(" ", -1)) {
            int equals = part.indexOf('=');
            versions.put(part.substring(0, equals), Long.parseLong(part.substring(equals + 1)));
        }
        return versions;
    }

    /// Somebody begins to work at `stream`: its note stays in memory from now on.
    void use(StreamId stream) {
        pages.computeIfAbsent(stream, Page::new).users++;
    }

    /// He has done with it.
    void leave(StreamId stream) {
        Page page = page(stream);
        page.users--;
        forgetIfUnused(page);
    }

    /// How far `route` came in `stream`; null: that is not known here.
    @Nullable Long of(StreamId stream, String route) {
        Page page = pages.get(stream);
        return page == null ? null : page.versions.get(route);
    }

    /// Whether `note`, which the store has, is newer than what is known here: somebody else wrote
    /// it.
    boolean isOvertaken(StreamId stream, Note note) {
        Page page = pages.get(stream);
        if (page == null || page.note == null || page.isBeingStored) return false;
        return note.revision() > page.note.revision();
    }

    /// Takes over what was read, unless it is known better here.
    void read(StreamId stream, Note note) {
        Page page = page(stream);
        if (page.note != null) return;
        page.note = note;
        Map<String, Long> versions = versions(note);
        versions.putAll(page.versions);
        page.versions = versions;
    }

    /// From now on `route` has come to `version` in `stream`, whose note was read.
    void move(StreamId stream, String route, long version) {
        Page page = page(stream);
        Long before = page.versions.put(route, version);
        page.isChanged |= before == null || before != version;
    }

    /// Up to `max` notes to be stored, since they say something new.
    List<Note> toStore(int max) {
        List<Note> notes = new ArrayList<>();
        for (Page page : pages.values()) {
            if (notes.size() == max) break;
            if (page.note == null || !page.isChanged || page.isBeingStored) continue;
            page.isChanged = false;
            page.isBeingStored = true;
            notes.add(page.note.saying(text(page)));
        }
        return notes;
    }

    /// `note`, one of those to be stored, is.
    void stored(Note note) {
        Page page = page(stream(note));
        page.note = note.written();
        page.isBeingStored = false;
        forgetIfUnused(page);
    }

    private static StreamId stream(Note note) {
        return new StreamId(UUID.fromString(note.name().substring(PREFIX.length())));
    }

    private String text(Page page) {
        Map<String, Long> kept = new TreeMap<>(page.versions);
        kept.keySet().removeAll(ended);
        return text(kept);
    }

    /// What the note of a stream says that these routes came as far as this.
    static String text(Map<String, Long> versions) {
        List<String> parts = new ArrayList<>();
        versions.forEach((route, version) -> parts.add(route + "=" + version));
        return String.join(" ", parts);
    }

    private Page page(StreamId stream) {
        Page page = pages.get(stream);
        if (page == null) throw new IllegalStateException(stream + " is not in use");
        return page;
    }

    private void forgetIfUnused(Page page) {
        if (page.users == 0 && !page.isChanged && !page.isBeingStored) pages.remove(page.stream);
    }
}
