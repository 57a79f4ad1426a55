package usher.ledger.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The lines of a block, of which some may be damaged.
///
/// Tells a write that was cut short, which nobody had an answer for, from damage to what had been
/// acknowledged: what is cut short has holes in it, with zeros or older lines showing through; in a
/// damaged block every line still stands in its place.
final class BlockLines {

    private static final byte[] LINE_START = "{\"stream\":\"".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int expected;
    private final List<JournalEntry> whole = new ArrayList<>();
    private final List<Slice> broken = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();

    /// Reads the lines of `block`, which begins at the start of `bytes`.
    BlockLines(Block block, byte[] bytes) {
        this.bytes = bytes;
        this.expected = block.entries();
        int from = Math.min(Block.HEADER_LENGTH, bytes.length);
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                addLine(from, at);
                from = at + 1;
            }
        }
        if (from < bytes.length) addLine(from, bytes.length);
    }

    List<JournalEntry> whole() {
        return whole;
    }

    /// The lines that are not in [#whole].
    List<Slice> broken() {
        return broken;
    }

    /// What [#broken] lines were, one for each.
    List<Damage> damages() {
        return damages;
    }

    boolean areAllWhole() {
        return broken.isEmpty() && whole.size() == expected;
    }

    /// Whether this is what a write leaves that did not come to its end.
    boolean areCutShort() {
        if (broken.size() + whole.size() != expected) return true;
        for (Slice line : broken) {
            if (!startsLikeLine(line) || hasHole(line)) return true;
        }
        return false;
    }

    private void addLine(int from, int to) {
        try {
            whole.add(EntryLine.readJournal(bytes, from, to));
        } catch (DamagedLine e) {
            Slice line = new Slice(bytes, from, to);
            broken.add(line);
            damages.add(damage(line, e.reason()));
        }
    }

    /// What the line says about itself, if that can still be read.
    private static Damage damage(Slice line, String reason) {
        LineCursor cursor = new LineCursor(line.bytes(), line.from(), line.to());
        try {
            cursor.expect("{\"stream\":\"");
            String stream = cursor.uuid().toString();
            cursor.expect("\",\"version\":");
            return new Damage(stream, cursor.number(), reason);
        } catch (DamagedLine e) {
            return new Damage("(illegible)", 0, reason);
        }
    }

    private static boolean startsLikeLine(Slice line) {
        if (line.length() < LINE_START.length) return false;
        int different = 0;
        for (int i = 0; i < LINE_START.length; i++) {
            if (line.bytes()[line.from() + i] != LINE_START[i]) different++;
        }
        return different <= 1;
    }

    /// Whether something stands there that no line contains: a zero, or the start of another line.
    private static boolean hasHole(Slice line) {
        String text =
                new String(
                        line.bytes(),
                        line.from() + 1,
                        line.length() - 1,
                        StandardCharsets.ISO_8859_1);
        return text.indexOf('\0') >= 0
                || text.contains("{\"stream\":")
                || text.contains("{\"ledger\":");
    }
}
