package usher.server.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.domain.BrokenInvariant;
import usher.domain.CorruptHistory;
import usher.domain.Fact;
import usher.domain.Invariants;
import usher.domain.StateMachine;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventOpened;
import usher.domain.selling.BookingMade;
import usher.domain.selling.SeatsReserved;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// Folds one stream from its first entry to its last.
final class StreamAudit {

    private static final int PAGE_ENTRIES = 4096;

    private final Ledger ledger;
    private final StreamId stream;
    private final StateMachine state;
    private final Findings findings;
    private final Set<UserId> owners = new HashSet<>();
    private final @Nullable EventDefinition listed;
    private final @Nullable Snapshot snapshot;
    private Position position = Position.START;
    private long latestMillis;

    /// @param fresh a state of the stream in which nothing has happened
    /// @param listed how the catalog lists the event; null if it is the catalog's stream
    StreamAudit(
            Ledger ledger,
            StreamId stream,
            StateMachine fresh,
            @Nullable EventDefinition listed,
            Findings findings) {
        this.ledger = ledger;
        this.listed = listed;
        this.stream = stream;
        this.state = fresh;
        this.findings = findings;
        this.snapshot = ledger.snapshots().latest(stream);
    }

    /// Reads the stream, and says whether it could be folded to its end.
    boolean run(Position head, StateMachine another) {
        try {
            fold(another);
            Invariants.check(state);
        } catch (CorruptHistory | BrokenInvariant | IllegalArgumentException broken) {
            findings.problem(
                    stream,
                    "after entry %d: %s".formatted(position.version(), broken.getMessage()));
            return false;
        }
        if (!position.equals(head)) {
            findings.problem(stream, "ends at %s, but its head is %s".formatted(position, head));
        }
        return true;
    }

    /// Who has seats for good, or has booked some.
    Set<UserId> owners() {
        return owners;
    }

    private void fold(StateMachine another) {
        List<Entry> page = ledger.read(stream, 0, PAGE_ENTRIES);
        while (!page.isEmpty()) {
            for (Entry entry : page) {
                apply(entry);
                if (snapshot != null && snapshot.position().equals(position)) compare(another);
            }
            page = ledger.read(stream, position.version(), PAGE_ENTRIES);
        }
    }

    private void apply(Entry entry) {
        if (entry.version() != state.version() + 1) {
            throw new CorruptHistory("the next is entry " + entry.version());
        }
        if (entry.facts().isEmpty()) findings.problem(stream, entry.version() + " has no facts");
        entry.facts().forEach(this::apply);
        state.closeEntry();
        position = entry.position();
        findings.countEntry();
    }

    private void apply(Fact fact) {
        if (fact.cause().atMillis() < latestMillis) {
            findings.problem(stream, "time runs backwards after entry " + position.version());
        }
        latestMillis = fact.cause().atMillis();
        state.apply(fact);
        if (fact instanceof SeatsReserved reserved) owners.add(reserved.user());
        if (fact instanceof BookingMade made) owners.add(made.user());
        if (fact instanceof EventOpened opened && !opened.event().equals(listed)) {
            findings.problem(stream, "is opened as another event than the catalog lists");
        }
        findings.count(fact);
    }

    /// That the snapshot of this place folds to the state of this place.
    private void compare(StateMachine another) {
        Snapshot stored = snapshot;
        if (stored == null) return;
        another.restore(position.version(), stored.facts());
        if (another.stateHash() != state.stateHash()) {
            findings.problem(
                    stream, "the snapshot of entry %d is wrong".formatted(position.version()));
        }
    }
}
