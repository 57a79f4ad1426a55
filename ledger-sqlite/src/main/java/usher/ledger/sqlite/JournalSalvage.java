package usher.ledger.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import usher.ledger.StreamId;

/// Takes every whole entry out of a damaged journal that still fits to the end of its stream.
///
/// Entries say themselves where they belong and are sealed one by one, so they are found even where
/// the block around them is not, and put right where only one byte has changed. What is left of
/// older blocks has been filed, and is passed over.
final class JournalSalvage {

    private final Filed filed;
    private final JournalState state;
    private final SetAside setAside;
    private final Map<StreamId, TreeMap<Long, JournalEntry>> found = new TreeMap<>();
    private long last;

    JournalSalvage(Filed filed, JournalState state, SetAside setAside) {
        this.filed = filed;
        this.state = state;
        this.setAside = setAside;
        this.last = state.place().block();
    }

    /// Reads all entries that are not filed, wherever they lie.
    void read(JournalDevice device) throws IOException, SQLException {
        JournalBlocks journal = new JournalBlocks(device, state.ledger());
        long strayFrom = 0;
        for (long offset = 0; offset < journal.size(); ) {
            Block block = journal.headerAt(offset);
            if (block == null || block.number() < state.place().block()) {
                offset += Block.ALIGNMENT;
                continue;
            }
            readStray(journal, strayFrom, offset);
            readBlock(block, journal.bytesAt(offset, block.length()));
            offset += block.alignedLength();
            strayFrom = offset;
        }
        readStray(journal, strayFrom, journal.size());
    }

    /// The entries that continue their streams, in order. The rest is set aside.
    List<JournalEntry> attach() throws SQLException {
        List<JournalEntry> attached = new ArrayList<>();
        for (Map.Entry<StreamId, TreeMap<Long, JournalEntry>> stream : found.entrySet()) {
            long head = filed.head(stream.getKey()).version();
            for (JournalEntry entry : stream.getValue().values()) {
                if (entry.version() == head + 1) {
                    attached.add(entry);
                    head++;
                } else if (entry.version() > head) {
                    setAside.add(
                            new Damage(entry.stream(), entry.version(), SetAside.AFTER_DAMAGE),
                            entry.part());
                }
            }
        }
        return attached;
    }

    /// Where the journal goes on, after everything that may be in it.
    Journal.Place end() {
        return new Journal.Place(0, last + 1);
    }

    private void readBlock(Block block, byte[] bytes) throws SQLException {
        last = Math.max(last, block.number());
        BlockLines lines = new BlockLines(block, bytes);
        for (JournalEntry entry : lines.whole()) stream(entry).put(entry.version(), entry);
        for (int i = 0; i < lines.broken().size(); i++) {
            JournalEntry healed = BlockLines.heal(lines.broken().get(i));
            if (healed != null) stream(healed).put(healed.version(), healed);
            else setAside.add(lines.damages().get(i), lines.broken().get(i));
        }
    }

    /// Entries between `from` and `to`, in blocks that begin with nothing legible, or of old.
    private void readStray(JournalBlocks journal, long from, long to) throws IOException {
        if (from == to) return;
        byte[] bytes = journal.bytesAt(from, (int) (to - from));
        int line = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                readStray(bytes, line, at);
                line = at + 1;
            }
        }
    }

    private void readStray(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && bytes[start] == ' ') start++;
        try {
            JournalEntry entry = EntryLine.readJournal(bytes, start, to);
            stream(entry).putIfAbsent(entry.version(), entry);
        } catch (DamagedLine e) {
            // The first line of a block, or what was left of something older.
        }
    }

    private Map<Long, JournalEntry> stream(JournalEntry entry) {
        return found.computeIfAbsent(entry.stream(), _ -> new TreeMap<>());
    }
}
