package usher.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.Entry;
import usher.ledger.Heads;
import usher.ledger.InMemoryLedger;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// A node's way to the ledger in memory, on which a test may stop a write, lose its reply, or make
/// the ledger unreadable.
@NullMarked
final class HandLedger implements Ledger {

    /// A write on its way.
    static final class Write {
        private final InMemoryLedger memory;
        private final List<Append> appends;
        private final CompletableFuture<List<Outcome>> end = new CompletableFuture<>();

        private Write(InMemoryLedger memory, List<Append> appends) {
            this.memory = memory;
            this.appends = appends;
        }

        List<Append> appends() {
            return appends;
        }

        /// It is written, and says so.
        void arrive() {
            end.complete(memory.append(appends).toCompletableFuture().join());
        }

        /// It is written, and its reply is lost.
        void arriveUnheard() {
            CompletionStage<List<Outcome>> unheard = memory.append(appends);
            endAs(new Outcome.Unknown("no reply to " + unheard));
        }

        /// It ends as `outcome` without being written.
        void endAs(Outcome outcome) {
            end.complete(appends.stream().map(_ -> outcome).toList());
        }

        void breakOff(Throwable broken) {
            end.completeExceptionally(broken);
        }
    }

    private final InMemoryLedger memory;
    private final boolean shared;
    private final ArrayDeque<Write> writes = new ArrayDeque<>();
    private boolean writesWait;
    private boolean readable = true;
    private boolean deaf;
    private int written;

    HandLedger(InMemoryLedger memory, boolean shared) {
        this.memory = memory;
        this.shared = shared;
    }

    /// From now on writes wait for [#nextWrite].
    void stopWrites() {
        writesWait = true;
    }

    /// Writes end by themselves again.
    void letWrites() {
        writesWait = false;
        while (!writes.isEmpty()) writes.removeFirst().arrive();
    }

    /// The write that has waited longest.
    Write nextWrite() {
        return writes.removeFirst();
    }

    boolean hasWrite() {
        return !writes.isEmpty();
    }

    void setReadable(boolean next) {
        readable = next;
    }

    /// From now on this node hears of nothing that others append.
    void becomeDeaf() {
        deaf = true;
    }

    /// How many writes were begun.
    int written() {
        return written;
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        written++;
        Write write = new Write(memory, List.copyOf(appends));
        if (writesWait) {
            writes.addLast(write);
        } else {
            write.arrive();
        }
        return write.end;
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int max) {
        return readable().read(stream, after, max);
    }

    @Override
    public Set<StreamId> find(Key key) {
        return readable().find(key);
    }

    @Override
    public Heads heads() {
        Heads heads = memory.heads();
        return new Heads() {
            @Override
            public Position of(StreamId stream) {
                return heads.of(stream);
            }

            @Override
            public List<Head> scan(@Nullable StreamId after, int max) {
                return deaf ? List.of() : heads.scan(after, max);
            }

            @Override
            public AutoCloseable listen(Consumer<StreamId> listener) {
                return heads.listen(
                        stream -> {
                            if (!deaf) listener.accept(stream);
                        });
            }
        };
    }

    @Override
    public Snapshots snapshots() {
        return memory.snapshots();
    }

    @Override
    public Deadlines deadlines() {
        return memory.deadlines();
    }

    @Override
    public Notes notes() {
        return memory.notes();
    }

    @Override
    public Instant now() {
        return memory.now();
    }

    @Override
    public void close() {}

    private InMemoryLedger readable() {
        if (!readable) throw new LedgerException("the ledger cannot be read");
        return memory;
    }
}
