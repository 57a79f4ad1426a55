package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.ledger.StreamId;

/// The lines of one row of pages, of which some may be damaged.
final class PageLines {

    /// One line: what stands there, and the entry if it is whole and in its place.
    record Line(long version, Slice text, @Nullable EntryLine entry, String reason) {

        boolean isWhole() {
            return entry != null;
        }
    }

    private PageLines() {}

    /// The lines of a page of `stream` that begins with entry `first`.
    static List<Line> of(StreamId stream, long first, byte[] page) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < page.length; at++) {
            if (page[at] == '\n') {
                lines.add(line(stream, first + lines.size(), page, from, at - 1));
                from = at + 1;
            }
        }
        lines.add(line(stream, first + lines.size(), page, from, page.length - 1));
        return lines;
    }

    private static Line line(StreamId stream, long version, byte[] page, int from, int to) {
        int part = from == 0 ? 2 : from + 1;
        Slice text = new Slice(page, Math.min(from, to), to);
        if (part >= to) return new Line(version, text, null, "its line is too short");
        try {
            EntryLine entry = EntryLine.read(stream, page, part, to);
            boolean isInPlace = entry.position().version() == version;
            if (isInPlace) return new Line(version, new Slice(page, part, to), entry, "");
            return new Line(version, text, null, "another entry stands in its place");
        } catch (DamagedLine e) {
            return new Line(version, text, null, e.reason());
        }
    }
}
