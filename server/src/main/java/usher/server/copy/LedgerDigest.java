package usher.server.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import usher.engine.Keys;
import usher.ledger.Deadlines.Due;
import usher.ledger.Entry;
import usher.ledger.FactCodec;
import usher.ledger.Heads.Head;
import usher.ledger.JsonBytes;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.Notes.Note;
import usher.ledger.StreamId;

/// One number for all that a ledger has, whatever it is kept in: two have the same if they have the
/// same entries, heads, keys and deadlines, and if their notes say the same.
///
/// Snapshots are not in it: they may get lost at any time. Nor is it how often a note was written.
/// SHA-256.
public final class LedgerDigest {

    private static final int STREAMS_AT_ONCE = 1_000;
    private static final int PAGE_ENTRIES = 4_096;

    private final Ledger ledger;
    private final MessageDigest digest;
    private final JsonBytes json = new JsonBytes(1 << 12);

    private LedgerDigest(Ledger ledger, MessageDigest digest) {
        this.ledger = ledger;
        this.digest = digest;
    }

    /// The digest of `ledger`, to which nobody appends meanwhile, in hexadecimal digits.
    public static String of(Ledger ledger) {
        try {
            return new LedgerDigest(ledger, MessageDigest.getInstance("SHA-256")).run();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String run() {
        List<Head> page = ledger.heads().scan(null, STREAMS_AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(this::add);
            page = ledger.heads().scan(page.getLast().stream(), STREAMS_AT_ONCE);
        }
        TreeMap<StreamId, Long> deadlines = new TreeMap<>();
        for (Due due : ledger.deadlines().due(Long.MAX_VALUE - 1, Integer.MAX_VALUE)) {
            deadlines.put(due.stream(), due.atMillis());
        }
        deadlines.forEach(
                (stream, atMillis) -> {
                    add(stream);
                    add(atMillis);
                });
        CopiedNotes.read(ledger, notes -> notes.forEach(this::add));
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(Head head) {
        add(head.stream());
        add(head.position().version());
        add(head.position().id());
        List<Entry> page = ledger.read(head.stream(), 0, PAGE_ENTRIES);
        while (!page.isEmpty()) {
            page.forEach(this::add);
            page = ledger.read(head.stream(), page.getLast().version(), PAGE_ENTRIES);
        }
    }

    private void add(Entry entry) {
        add(entry.version());
        add(entry.position().id());
        FactCodec.write(entry.facts(), json.clear());
        digest.update(json.array(), 0, json.size());
        for (Key key : Keys.filing(entry.facts())) {
            digest.update(key.value().getBytes(StandardCharsets.US_ASCII));
            add(ledger.find(key).contains(entry.stream()) ? 1 : 0);
        }
    }

    private void add(Note note) {
        add(note.name());
        add(note.text());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(StreamId stream) {
        add(stream.value().getMostSignificantBits());
        add(stream.value().getLeastSignificantBits());
    }

    private void add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    }
}
