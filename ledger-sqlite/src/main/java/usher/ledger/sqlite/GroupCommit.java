package usher.ledger.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import usher.ledger.Append;
import usher.ledger.JsonBytes;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.Position;

/// The calls that are written with one block, encoded while they are taken in.
///
/// One instance is used again and again: [#begin], then [#take] for each call. Owned by the writer.
final class GroupCommit {

    private static final byte[] GAP = spaces(Block.HEADER_LENGTH);
    private static final byte[] PADDING = spaces(Block.ALIGNMENT);
    private static final int BYTES = 1 << 18;
    private static final int ENTRIES = 1 << 8;

    private final KnownHeads heads;
    private final JsonBytes json = new JsonBytes(BYTES);
    private final List<Call> calls = new ArrayList<>();
    private final List<Append> accepted = new ArrayList<>();
    private int[] parts = new int[2 * ENTRIES];
    private boolean disputed;
    private long nowMillis;
    private int blockLength;

    GroupCommit(KnownHeads heads) {
        this.heads = heads;
    }

    /// Forgets the calls before; the next ones are taken in at `now`.
    void begin(long now) {
        calls.clear();
        accepted.clear();
        json.clear().raw(GAP);
        disputed = false;
        nowMillis = now;
    }

    /// Settles what `call` asks as far as that can be told before anything is durable.
    void take(Call call) {
        calls.add(call);
        List<Append> appends = call.appends();
        for (int i = 0; i < appends.size(); i++) take(call, i, appends.get(i));
    }

    List<Call> calls() {
        return calls;
    }

    /// How many entries there are to write.
    int size() {
        return accepted.size();
    }

    /// How long the block is by now.
    int length() {
        return json.size();
    }

    /// Whether an append did not follow its stream's last entry.
    boolean isDisputed() {
        return disputed;
    }

    /// How long the block was before it was padded.
    int blockLength() {
        return blockLength;
    }

    /// The block without its first line, padded to the end of its last sector.
    byte[] padded() {
        blockLength = json.size();
        json.raw(PADDING, 0, Block.aligned(blockLength) - blockLength);
        return json.array();
    }

    /// The entries, for whoever reads them from now on.
    List<JournalEntry> entries() {
        byte[] bytes = Arrays.copyOf(json.array(), blockLength);
        List<JournalEntry> entries = new ArrayList<>(accepted.size());
        for (int i = 0; i < accepted.size(); i++) {
            entries.add(entry(accepted.get(i), new Slice(bytes, parts[2 * i], parts[2 * i + 1])));
        }
        return entries;
    }

    private void take(Call call, int index, Append append) {
        try {
            Position head = heads.of(append.stream());
            if (!head.equals(append.follows())) {
                disputed = true;
            } else if (nowMillis >= append.acceptUntilMillis()) {
                call.settle(index, new Outcome.Late());
            } else {
                if (!append.isCheck()) accept(append);
                call.settle(index, new Outcome.Appended(append.position()));
            }
        } catch (LedgerException e) {
            call.settle(index, new Outcome.Unavailable(String.valueOf(e.getMessage())));
        }
    }

    private static JournalEntry entry(Append append, Slice part) {
        return new JournalEntry(
                append.stream(), append.position(), append.deadlineMillis(), append.keys(), part);
    }

    private void accept(Append append) {
        if (parts.length < 2 * accepted.size() + 2) {
            parts = Arrays.copyOf(parts, 2 * parts.length);
        }
        parts[2 * accepted.size()] = EntryLine.write(append, json);
        parts[2 * accepted.size() + 1] = json.size() - 1;
        accepted.add(append);
        heads.move(append.stream(), append.position());
    }

    private static byte[] spaces(int count) {
        return " ".repeat(count).getBytes(StandardCharsets.US_ASCII);
    }
}
