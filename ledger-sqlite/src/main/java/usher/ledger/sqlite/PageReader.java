package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;
import usher.ledger.Entry;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;

/// Takes the entries of one stream out of its pages, and misses none.
final class PageReader {

    private final StreamId stream;
    private final long after;
    private final long last;
    private final List<Entry> entries = new ArrayList<>();

    /// Wants the entries after number `after` up to number `last`, but at most `max`.
    PageReader(StreamId stream, long after, long last, int max) {
        this.stream = stream;
        this.after = after;
        this.last = last - after > max ? after + max : last;
    }

    StreamId stream() {
        return stream;
    }

    long after() {
        return after;
    }

    long last() {
        return last;
    }

    boolean wantsMore() {
        return next() <= last;
    }

    /// Takes what is wanted out of the next page.
    void add(byte[] page) {
        try {
            Page.forEachLine(page, (from, to) -> addLine(page, from, to));
        } catch (DamagedLine e) {
            throw damaged(e.reason());
        }
    }

    /// All that were wanted.
    ///
    /// @throws LedgerException if one was not found
    List<Entry> entries() {
        if (wantsMore()) throw damaged("the entry is not there");
        return entries;
    }

    private void addLine(byte[] page, int from, int to) {
        if (!wantsMore()) return;
        EntryLine line = EntryLine.read(stream, page, from, to);
        long version = line.position().version();
        if (version > next()) throw new DamagedLine("the entry is not there");
        if (version == next()) entries.add(line.decode());
    }

    private long next() {
        return after + entries.size() + 1;
    }

    private LedgerException damaged(String reason) {
        return new LedgerException(
                ("stream %s is damaged at entry %d (entries %d to %d were asked for): %s;"
                                + " stop Usher and see ./usher verify --repair")
                        .formatted(stream, next(), after + 1, last, reason));
    }
}
