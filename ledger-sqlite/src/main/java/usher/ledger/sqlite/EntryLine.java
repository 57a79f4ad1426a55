package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;
import usher.ledger.Key;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// One entry as one line of JSON, sealed: the form in which the journal and the pages keep it.
///
/// ```
/// {"stream":"0197…","version":7,"id":-42,"deadline":1795212405678,"keys":["user:…"],"facts":[…],
///   "crc":"1f2e3d4c"}
/// ```
///
/// `deadline` and `keys` are absent where there are none. The seal covers the stream and all from
/// `"version"` to the end of the facts. That part is what a page keeps, copied as it is: an entry
/// is
/// encoded once, and no one else ever touches what its author sealed.
record EntryLine(
        StreamId stream, Position position, long deadlineMillis, List<Key> keys, Slice facts) {

    private static final String STREAM = "{\"stream\":\"";
    private static final String SEAL = ",\"crc\":\"";
    private static final int SEAL_DIGITS = 8;
    private static final int SEAL_LENGTH = SEAL.length() + SEAL_DIGITS + 2;

    /// Adds the line of `append` and a newline; where in `out` the part begins that a page keeps.
    static int write(Append append, JsonBytes out) {
        out.ascii("{\"stream\":").value(append.stream().value()).put(',');
        int from = out.size();
        out.field("version").value(append.follows().version() + 1);
        out.field("id").value(append.id());
        if (append.deadlineMillis() != Long.MAX_VALUE) {
            out.field("deadline").value(append.deadlineMillis());
        }
        if (!append.keys().isEmpty()) writeKeys(append.keys(), out);
        out.field("facts");
        FactCodec.write(append.facts(), out);
        seal(Seal.of(append.stream(), out.array(), from, out.size()), out);
        return from;
    }

    /// The whole line of the journal from `from` to `to`, if its seal is unbroken.
    ///
    /// @throws DamagedLine if it is no such line
    static JournalEntry readJournal(byte[] bytes, int from, int to) {
        LineCursor cursor = new LineCursor(bytes, from, to);
        cursor.expect(STREAM);
        StreamId stream = new StreamId(cursor.uuid());
        cursor.expect("\",");
        EntryLine line = read(stream, bytes, cursor.at(), to);
        return new JournalEntry(
                stream,
                line.position,
                line.deadlineMillis,
                line.keys,
                new Slice(bytes, cursor.at(), to));
    }

    /// The part of a line of `stream` that a page keeps, if its seal is unbroken.
    ///
    /// @throws DamagedLine if it is no such part
    static EntryLine read(StreamId stream, byte[] bytes, int from, int to) {
        int sealed = to - SEAL_LENGTH;
        if (sealed <= from) throw new DamagedLine("too short");
        if (sealAt(bytes, sealed, to) != Seal.of(stream, bytes, from, sealed)) {
            throw new DamagedLine("its seal is broken");
        }
        LineCursor cursor = new LineCursor(bytes, from, sealed);
        cursor.expect("\"version\":");
        long version = cursor.number();
        cursor.expect(",\"id\":");
        Position position = new Position(version, cursor.number());
        long deadline = cursor.skip(",\"deadline\":") ? cursor.number() : Long.MAX_VALUE;
        List<Key> keys = cursor.skip(",\"keys\":[") ? readKeys(cursor) : List.of();
        cursor.expect(",\"facts\":");
        Slice facts = new Slice(bytes, cursor.at(), sealed);
        return new EntryLine(stream, position, deadline, keys, facts);
    }

    Entry decode() {
        return new Entry(stream, position, FactCodec.read(facts.bytes(), facts.from(), facts.to()));
    }

    private static void writeKeys(List<Key> keys, JsonBytes out) {
        out.field("keys").beginArray();
        for (Key key : keys) out.plain(key.value());
        out.endArray();
    }

    private static List<Key> readKeys(LineCursor cursor) {
        List<Key> keys = new ArrayList<>(2);
        do {
            cursor.expect("\"");
            keys.add(new Key(cursor.plain()));
        } while (cursor.skip(","));
        cursor.expect("]");
        return keys;
    }

    private static void seal(int seal, JsonBytes out) {
        out.ascii(SEAL);
        for (int shift = Integer.SIZE - 4; shift >= 0; shift -= 4) {
            out.put(Character.forDigit((seal >>> shift) & 0xF, 16));
        }
        out.ascii("\"}\n");
    }

    private static int sealAt(byte[] bytes, int from, int to) {
        LineCursor cursor = new LineCursor(bytes, from, to);
        cursor.expect(SEAL);
        int seal = 0;
        for (int i = cursor.at(); i < cursor.at() + SEAL_DIGITS; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) throw new DamagedLine("its seal cannot be read");
            seal = (seal << 4) | digit;
        }
        return seal;
    }
}
