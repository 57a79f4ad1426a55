package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;

/// Entries of one stream in one row: a JSON array with each [EntryLine] on a line of its own.
final class Page {

    private static final int LINE_END = ",\n".length();

    /// Told where a line begins and ends.
    @FunctionalInterface
    interface LineVisitor {

        void line(int from, int to);
    }

    private Page() {}

    /// The row of `entries`, of which there is at least one.
    static byte[] of(List<JournalEntry> entries) {
        int length = 1;
        for (JournalEntry entry : entries) length += 1 + entry.length() + LINE_END;
        byte[] page = new byte[length - LINE_END + 1];
        int at = 0;
        page[at++] = '[';
        for (JournalEntry entry : entries) {
            if (at > 1) {
                page[at++] = ',';
                page[at++] = '\n';
            }
            page[at++] = '{';
            Slice part = entry.part();
            System.arraycopy(part.bytes(), part.from(), page, at, part.length());
            at += part.length();
        }
        page[at] = ']';
        return page;
    }

    /// Cuts `entries` into rows of about `bytesMax` bytes, each with at least one.
    static List<List<JournalEntry>> cut(List<JournalEntry> entries, int bytesMax) {
        List<List<JournalEntry>> rows = new ArrayList<>(1);
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < entries.size(); i++) {
            bytes += entries.get(i).length();
            if (bytes > bytesMax && i > from) {
                rows.add(entries.subList(from, i));
                from = i;
                bytes = entries.get(i).length();
            }
        }
        rows.add(entries.subList(from, entries.size()));
        return rows;
    }

    /// Shows the part of each line that [EntryLine#read] takes, in order.
    static void forEachLine(byte[] page, LineVisitor visitor) {
        int from = 0;
        for (int at = 0; at < page.length; at++) {
            if (page[at] == '\n') {
                line(from, at + 1 - LINE_END, visitor);
                from = at + 1;
            }
        }
        line(from, page.length - 1, visitor);
    }

    /// Leaves out the brace, and the bracket before the first one.
    private static void line(int from, int to, LineVisitor visitor) {
        int part = from == 0 ? 2 : from + 1;
        if (part > to) throw new DamagedLine("a line is too short");
        visitor.line(part, to);
    }
}
