package usher.server.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Deadlines.Due;
import usher.ledger.Heads.Head;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;
import usher.ledger.Outcome;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// Copies streams with their keys, deadlines and snapshots, many streams at a time, and notes.
///
/// The catalog comes last, after what is kept beside the ledger: what it does not list does not
/// exist, so a copy that broke off is no sale that could be opened by mistake.
public final class LedgerCopy {

    private static final int STREAMS_AT_ONCE = 256;

    private final Ledger from;
    private final Ledger to;
    private final Runnable beside;
    private final Map<StreamId, Long> deadlines = new HashMap<>();
    private long entries;

    private LedgerCopy(Ledger from, Ledger to, Runnable beside) {
        this.from = from;
        this.to = to;
        this.beside = beside;
    }

    /// Copies all of `from`, to which nobody appends meanwhile, into `to`; how many entries that
    /// were.
    ///
    /// @param beside copies what belongs to the sale and is in no ledger
    /// @throws LedgerException if `to` has anything in it, or cannot be written to
    public static long run(Ledger from, Ledger to, Runnable beside) {
        LedgerCopy copy = new LedgerCopy(from, to, beside);
        copy.run();
        return copy.entries;
    }

    private void run() {
        if (!to.heads().scan(null, 1).isEmpty()) throw notEmpty();
        CopiedNotes.read(
                to,
                notes -> {
                    if (!notes.isEmpty()) throw notEmpty();
                });
        for (Due due : from.deadlines().due(Long.MAX_VALUE - 1, Integer.MAX_VALUE)) {
            deadlines.put(due.stream(), due.atMillis());
        }
        List<Head> page = from.heads().scan(null, STREAMS_AT_ONCE);
        while (!page.isEmpty()) {
            copy(page.stream().filter(head -> !head.stream().isCatalog()).toList());
            page = from.heads().scan(page.getLast().stream(), STREAMS_AT_ONCE);
        }
        CopiedNotes.read(from, this::copyNotes);
        beside.run();
        Head catalog = new Head(StreamId.CATALOG, from.heads().of(StreamId.CATALOG));
        if (catalog.position().version() > 0) copy(List.of(catalog));
    }

    /// Copies some streams, one entry of each with each write.
    private void copy(List<Head> heads) {
        List<StreamCopy> left = new ArrayList<>();
        for (Head head : heads) {
            long deadline = deadlines.getOrDefault(head.stream(), Long.MAX_VALUE);
            left.add(new StreamCopy(from, head, deadline));
        }
        while (!left.isEmpty()) {
            append(left.stream().map(StreamCopy::next).toList());
            left.removeIf(StreamCopy::isDone);
        }
        for (Head head : heads) copySnapshot(head.stream());
    }

    private void append(List<Append> appends) {
        List<Outcome> outcomes = to.append(appends).toCompletableFuture().join();
        for (int i = 0; i < outcomes.size(); i++) {
            if (!(outcomes.get(i) instanceof Outcome.Appended)) {
                throw new LedgerException(
                        "entry %d of %s was not taken (%s); empty that ledger, and copy again"
                                .formatted(
                                        appends.get(i).position().version(),
                                        appends.get(i).stream(),
                                        outcomes.get(i)));
            }
        }
        entries += appends.size();
    }

    private static LedgerException notEmpty() {
        return new LedgerException("the ledger to copy into is not empty; name one that is");
    }

    /// They begin anew there: how often they were written here is nobody's business.
    private void copyNotes(List<Note> notes) {
        List<Note> anew =
                notes.stream().map(note -> Note.none(note.name()).saying(note.text())).toList();
        if (to.notes().write(anew).contains(false)) {
            throw new LedgerException("a note was not taken; empty that ledger, and copy again");
        }
    }

    private void copySnapshot(StreamId stream) {
        @Nullable Snapshot snapshot = from.snapshots().latest(stream);
        if (snapshot != null) to.snapshots().store(snapshot);
    }
}
