package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a block, of which some may be damaged.
final class BlockLines {

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

    /// What the [#broken] lines were, one for each.
    List<Damage> damages() {
        return damages;
    }

    boolean areAllWhole() {
        return broken.isEmpty() && whole.size() == expected;
    }

    /// Whether nothing but single bytes changed since this was written.
    boolean areAllThere() {
        if (broken.size() + whole.size() != expected) return false;
        for (Slice line : broken) {
            if (heal(line) == null) return false;
        }
        return true;
    }

    /// The entry of a line in which one byte changed; null if more did.
    static @Nullable JournalEntry heal(Slice line) {
        byte[] healed = OneByte.heal(line, BlockLines::isWhole);
        return healed == null ? null : EntryLine.readJournal(healed, 0, healed.length);
    }

    private static boolean isWhole(byte[] line) {
        try {
            EntryLine.readJournal(line, 0, line.length);
            return true;
        } catch (DamagedLine e) {
            return false;
        }
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
}
