package usher.ledger.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.redis.Reply.Lost;
import usher.ledger.redis.Reply.Refused;
import usher.ledger.redis.Reply.Said;

/// Notes, in one hash for each bucket: a name, and behind it the revision, a space and the text.
/// Beside it are the names, in order: a list looks there, and reads no text that nobody asked for.
///
/// What is read may be asked once more on another connection. What is written may not: the second
/// try would find the note that the first has written, and take it for somebody else's.
/// Thread-safe.
final class RedisNotes implements Notes, AutoCloseable {

    private static final int REPLICAS_MILLIS_MAX = 2_000;

    /// No name has it: they are printable.
    private static final char BEHIND_ALL_LETTERS = 0x7F;

    private final Readers readers;
    private final Keyspace keys;
    private final int replicas;
    private final boolean isFrozen;

    /// Guarded by this.
    private final Lines lines;

    /// @param lines on which nobody else writes
    /// @param replicas how many must have a note before it counts as written
    /// @param isFrozen whether to look only
    RedisNotes(Readers readers, Keyspace keys, Lines lines, int replicas, boolean isFrozen) {
        this.readers = readers;
        this.keys = keys;
        this.lines = lines;
        this.replicas = replicas;
        this.isFrozen = isFrozen;
    }

    @Override
    public @Nullable Note find(String name) {
        int bucket = Keyspace.bucketOf(name);
        byte[] field = Keyspace.bytes(name);
        @Nullable Object kept =
                readers.ask(Errand.of(bucket, Command.HGET, keys.notes(bucket), field));
        return kept == null ? null : note(name, kept);
    }

    @Override
    public List<Note> list(String prefix, String after, int max) {
        boolean isBefore = after.compareTo(prefix) < 0;
        byte[] from = isBefore ? NameScan.at(prefix) : NameScan.beside(after);
        byte[] until = NameScan.beside(prefix + BEHIND_ALL_LETTERS);
        NameScan scan = new NameScan(readers, keys::names, from, until);
        List<Note> found = new ArrayList<>();
        while (found.size() < max) {
            List<String> names = scan.next(max - found.size());
            if (names.isEmpty()) break;
            found.addAll(noted(names));
        }
        return found;
    }

    /// The notes called `names`, in their order, but for those that are removed by now.
    private List<Note> noted(List<String> names) {
        List<@Nullable Object> kept =
                HashFields.read(readers, names, Keyspace::bucketOf, keys::notes);
        List<Note> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            @Nullable Object text = kept.get(i);
            if (text != null) found.add(note(names.get(i), text));
        }
        return found;
    }

    @Override
    public List<Boolean> write(List<Note> notes) {
        Map<Integer, List<Integer>> together = new LinkedHashMap<>();
        for (int i = 0; i < notes.size(); i++) {
            int bucket = Keyspace.bucketOf(notes.get(i).name());
            together.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(i);
        }
        List<Errand> errands = new ArrayList<>();
        together.forEach(
                (bucket, indexes) -> {
                    List<byte[]> words = words(bucket);
                    for (int i : indexes) add(words, notes.get(i), kept(notes.get(i).written()));
                    errands.add(Errand.of(bucket, Script.NOTES, words));
                });
        List<List<?>> told = change(errands);
        Boolean[] written = new Boolean[notes.size()];
        for (List<Integer> indexes : together.values()) {
            List<?> changed = told.removeFirst();
            for (int i = 0; i < indexes.size(); i++) {
                written[indexes.get(i)] = isChanged(changed.get(i));
            }
        }
        return Arrays.asList(written);
    }

    @Override
    public boolean remove(Note note) {
        int bucket = Keyspace.bucketOf(note.name());
        List<byte[]> words = words(bucket);
        add(words, note, "");
        List<List<?>> told = change(List.of(Errand.of(bucket, Script.NOTES, words)));
        return isChanged(told.getFirst().getFirst());
    }

    @Override
    public synchronized void close() {
        lines.close();
    }

    /// What the script answered to each of `errands`, once that is durable.
    private synchronized List<List<?>> change(List<Errand> errands) {
        if (isFrozen) {
            throw new LedgerException("this ledger was opened to be looked at only");
        }
        if (errands.isEmpty()) return List.of();
        lines.run(errands);
        List<List<?>> told = new ArrayList<>();
        for (Errand errand : errands) told.add(told(errand.reply()));
        if (replicas > 0 && lines.replicas(replicas, REPLICAS_MILLIS_MAX) < replicas) {
            throw new LedgerException("not enough replicas have what was noted so far");
        }
        return told;
    }

    private static List<?> told(Reply reply) {
        return switch (reply) {
            case Said(@Nullable Object value) -> Replies.list(value);
            case Refused(String reason) -> throw new LedgerException(reason);
            case Lost(String reason) -> throw new LedgerException(reason);
        };
    }

    private List<byte[]> words(int bucket) {
        return new ArrayList<>(
                List.of(Keyspace.bytes("2"), keys.notes(bucket), keys.names(bucket)));
    }

    private static void add(List<byte[]> words, Note note, String kept) {
        words.add(Keyspace.bytes(note.name()));
        words.add(Keyspace.bytes(String.valueOf(note.revision())));
        words.add(Keyspace.bytes(kept));
    }

    private static String kept(Note note) {
        return note.revision() + " " + note.text();
    }

    private static Note note(String name, @Nullable Object kept) {
        String text = Replies.text(kept);
        int space = text.indexOf(' ');
        if (space < 0) throw new LedgerException("the note %s is none".formatted(name));
        return new Note(name, Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }

    private static boolean isChanged(@Nullable Object told) {
        return told instanceof Long code && code == 1;
    }
}
