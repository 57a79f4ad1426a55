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

        /// The same with the one byte put right that has changed; as it is if there were more.
        Line healed(StreamId stream) {
            byte[] healed = OneByte.heal(text, part -> line(stream, version, part).isWhole());
            return healed == null ? this : line(stream, version, healed);
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

    /// @param from where the line begins, with its brace and perhaps the bracket of the page
    private static Line line(StreamId stream, long version, byte[] page, int from, int to) {
        int part = Math.min(from == 0 ? 2 : from + 1, to);
        return line(stream, version, new Slice(page, part, to));
    }

    private static Line line(StreamId stream, long version, byte[] part) {
        return line(stream, version, new Slice(part, 0, part.length));
    }

    private static Line line(StreamId stream, long version, Slice part) {
        try {
            EntryLine entry = EntryLine.read(stream, part.bytes(), part.from(), part.to());
            boolean isInPlace = entry.position().version() == version;
            if (isInPlace) return new Line(version, part, entry, "");
            return new Line(version, part, null, "another entry stands in its place");
        } catch (DamagedLine e) {
            return new Line(version, part, null, e.reason());
        }
    }
}
