package usher.domain.blocking;

import static usher.domain.Decision.accepted;
import static usher.domain.Decision.refused;
import static usher.domain.Decision.unchanged;
import static usher.domain.Refusal.BLOCK_LIMIT_REACHED;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import usher.domain.BrokenInvariant;
import usher.domain.Cause;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.StateHash;
import usher.domain.UndoLog;
import usher.domain.UserId;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatTable;

/// The seats that are kept off sale, and the rules of that, in the order in which callers see them
/// broken.
///
/// Whether the event is on sale does not matter: a hall is prepared before its sale, and a seat
/// that breaks is blocked at any time. Nobody loses a seat that he holds or has.
public final class Blocking {

    private final SeatTable seats;
    private final UndoLog undo;
    private final TreeMap<String, Block> blocks = new TreeMap<>();

    public Blocking(SeatTable seats, UndoLog undo) {
        this.seats = seats;
        this.undo = undo;
    }

    public Decision decide(BlockSeats c) {
        SeatSet absent = seats.absentAmong(c.seats());
        if (!absent.isEmpty()) return refused(SEAT_NOT_FOUND, absent);
        SeatSet wanted = c.seats().where(seat -> seats.status(seat) != SeatStatus.BLOCKED);
        if (wanted.isEmpty()) return unchanged();
        SeatSet taken = wanted.where(seat -> !seats.get(seat).isFreeAt(c.atMillis()));
        if (!taken.isEmpty()) return refused(SEAT_UNAVAILABLE, taken);
        boolean isFull = blocks.size() == Block.BLOCKS_MAX && !blocks.containsKey(c.note());
        if (isFull) return refused(BLOCK_LIMIT_REACHED);
        return accepted(new SeatsBlocked(c.cause(), wanted, c.note()));
    }

    public Decision decide(UnblockSeats c) {
        SeatSet absent = seats.absentAmong(c.seats());
        if (!absent.isEmpty()) return refused(SEAT_NOT_FOUND, absent);
        return unblocked(
                c.cause(), c.seats().where(seat -> seats.status(seat) == SeatStatus.BLOCKED));
    }

    public Decision decide(UnblockAllSeats c) {
        return unblocked(c.cause(), all());
    }

    public void apply(SeatsBlocked f) {
        for (int i = 0; i < f.seats().size(); i++) {
            int seat = f.seats().get(i);
            seats.require(seat, SeatStatus.AVAILABLE);
            seats.put(seat, SeatRecord.BLOCKED);
        }
        Block block = blocks.get(f.note());
        Cause began = new Cause(f.cause().atMillis(), f.cause().by(), f.cause().request(), null);
        put(f.note(), block == null ? new Block(began, f.note(), f.seats()) : block.and(f.seats()));
    }

    public void apply(SeatsUnblocked f) {
        for (int i = 0; i < f.seats().size(); i++) {
            int seat = f.seats().get(i);
            seats.require(seat, SeatStatus.BLOCKED);
            seats.put(seat, SeatRecord.FREE);
        }
        for (Block block : blocks()) {
            Block rest = block.without(f.seats());
            if (rest.seats().size() < block.seats().size()) put(block.note(), rest);
        }
    }

    /// Every block, by its note.
    public List<Block> blocks() {
        return List.copyOf(blocks.values());
    }

    /// The facts that fold to these blocks: one for each, as it began.
    public List<Fact> restate() {
        List<Fact> facts = new ArrayList<>(blocks.size());
        for (Block block : blocks.values()) {
            facts.add(new SeatsBlocked(block.began(), block.seats(), block.note()));
        }
        return facts;
    }

    public void addTo(StateHash hash) {
        for (Block block : blocks.values()) {
            UserId by = block.began().by();
            hash.add(block.note().hashCode()).add(block.began().atMillis());
            hash.add(by == null ? null : by.value()).add(block.began().request().hashCode());
            for (int i = 0; i < block.seats().size(); i++) hash.add(block.seats().get(i));
        }
    }

    /// Insists that the blocks have the blocked seats, each once, and no others.
    ///
    /// @throws BrokenInvariant if they do not; it names the seat or the note
    public void check() {
        int blocked = 0;
        for (Block block : blocks.values()) {
            BrokenInvariant.unless(!block.seats().isEmpty(), "block '%s' is empty", block.note());
            blocked += block.seats().size();
            SeatSet others = block.seats().where(seat -> seats.status(seat) != SeatStatus.BLOCKED);
            BrokenInvariant.unless(
                    others.isEmpty(),
                    "seats %s of block '%s' are not blocked",
                    others,
                    block.note());
        }
        int counted = seats.count(SeatStatus.BLOCKED);
        BrokenInvariant.unless(
                blocked == counted, "%d seats are blocked, and %d in blocks", counted, blocked);
        BrokenInvariant.unless(
                blocks.size() <= Block.BLOCKS_MAX, "there are %d blocks", blocks.size());
    }

    private static Decision unblocked(Cause cause, SeatSet blocked) {
        return blocked.isEmpty() ? unchanged() : accepted(new SeatsUnblocked(cause, blocked));
    }

    private SeatSet all() {
        SeatSet all = SeatSet.none();
        for (Block block : blocks.values()) all = all.and(block.seats());
        return all;
    }

    private void put(String note, Block next) {
        @Nullable Block previous = blocks.get(note);
        if (undo.isRecording()) undo.add(() -> replace(note, previous));
        replace(note, next.seats().isEmpty() ? null : next);
    }

    private void replace(String note, @Nullable Block next) {
        if (next == null) {
            blocks.remove(note);
        } else {
            blocks.put(note, next);
        }
    }
}
