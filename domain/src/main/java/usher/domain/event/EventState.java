package usher.domain.event;

import static usher.domain.Decision.accepted;
import static usher.domain.Decision.refused;
import static usher.domain.Decision.unchanged;
import static usher.domain.Refusal.EVENT_CANCELLED;
import static usher.domain.Refusal.PRECONDITION_FAILED;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.CorruptHistory;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.StateHash;
import usher.domain.UndoLog;
import usher.domain.access.AccessCode;

/// The event as it is now: its definition, what was changed since, and whether the list of events
/// follows.
///
/// The list is another stream, so a change is true here first. Until it is confirmed there, the
/// event is due ([#listingDueMillis]): whoever sees that finishes the job, after a crash as well.
public final class EventState {

    private final EventDefinition definition;
    private final UndoLog undo;
    private Listing listing;
    private boolean policyChanged;
    private long confirmed = 1;
    private boolean opened;

    public EventState(EventDefinition definition, UndoLog undo) {
        this.definition = definition;
        this.undo = undo;
        this.listing = Listing.of(definition);
    }

    /// The event as it was created.
    public EventDefinition definition() {
        return definition;
    }

    /// What its organizer says of it now.
    public Listing listing() {
        return listing;
    }

    public EventDetails details() {
        return listing.details();
    }

    public EventStatus status() {
        return listing.status();
    }

    /// Whether its stream has begun.
    public boolean isOpened() {
        return opened;
    }

    /// Whether what was allowed to its buyers was ever changed.
    public boolean isPolicyChanged() {
        return policyChanged;
    }

    /// Whether seats may be held at `atMillis` by somebody who gave `code`, or none.
    public boolean isOnSale(long atMillis, @Nullable AccessCode code) {
        return isSelling(atMillis)
                && (details().isStartedBy(atMillis)
                        || (code != null && code.isStartedBy(atMillis)));
    }

    /// Whether what is held may be held longer at `atMillis`, also before sales begin: whoever
    /// holds it was let in early.
    public boolean isSelling(long atMillis) {
        return isActive() && !details().isEndedBy(atMillis);
    }

    /// Whether what is held may be reserved: a sale that is over does not take holds back.
    public boolean isActive() {
        return status() == EventStatus.ACTIVE;
    }

    /// Whether it will never be on sale again.
    public boolean isCancelled() {
        return status() == EventStatus.CANCELLED;
    }

    /// Whether the list of events may show what this was before.
    public boolean isListingDue() {
        return confirmed < listing.revision();
    }

    /// Since when the list of events should be told, in milliseconds since 1970;
    /// [Long#MAX_VALUE]: it knows.
    public long listingDueMillis() {
        return isListingDue() ? listing.changedAtMillis() : Long.MAX_VALUE;
    }

    public Decision decide(ChangeEvent c) {
        if (isCancelled()) return refused(EVENT_CANCELLED);
        if (c.revision() != revision()) return refused(PRECONDITION_FAILED);
        List<Fact> facts = new ArrayList<>(2);
        if (!c.details().equals(details())) facts.add(new EventChanged(c.cause(), c.details()));
        if (c.status() != status()) facts.add(new StatusChanged(c.cause(), c.status()));
        return facts.isEmpty() ? unchanged() : new Decision.Accepted(facts);
    }

    public Decision decide(ChangeStatus c) {
        if (status() == c.status()) return unchanged();
        if (isCancelled()) return refused(EVENT_CANCELLED);
        return accepted(new StatusChanged(c.cause(), c.status()));
    }

    public Decision decide(ConfirmListing c) {
        if (c.revision() <= confirmed) return unchanged();
        return accepted(new ListingConfirmed(c.cause(), Math.min(c.revision(), revision())));
    }

    public void apply(EventOpened f) {
        if (opened) throw new CorruptHistory("the event is opened twice");
        if (!f.event().id().equals(definition.id())) {
            throw new CorruptHistory("the stream is that of event " + f.event().id());
        }
        if (undo.isRecording()) undo.add(() -> opened = false);
        opened = true;
    }

    public void apply(EventChanged f) {
        requireAlive(f);
        boolean samePolicy = f.details().policy().equals(details().policy());
        set(
                listing.with(f.details(), f.cause().atMillis()),
                policyChanged || !samePolicy,
                confirmed);
    }

    public void apply(StatusChanged f) {
        requireAlive(f);
        set(listing.with(f.status(), f.cause().atMillis()), policyChanged, confirmed);
    }

    public void apply(ListingConfirmed f) {
        if (f.revision() > revision()) {
            throw new CorruptHistory(
                    "revision %d is listed of %d".formatted(f.revision(), revision()));
        }
        set(listing, policyChanged, f.revision());
    }

    public void apply(EventRestated f) {
        set(f.listing(), f.policyChanged(), f.confirmed());
    }

    /// The shortest history that leads to this state; empty: nothing has begun.
    public List<Fact> restate(Cause cause) {
        if (!opened) return List.of();
        Fact begun = new EventOpened(cause, definition);
        if (revision() == 1) return List.of(begun);
        return List.of(begun, new EventRestated(cause, listing, policyChanged, confirmed));
    }

    public void addTo(StateHash hash) {
        hash.add(opened ? 1 : 0).add(policyChanged ? 1 : 0).add(confirmed);
        hash.add(revision()).add(listing.changedAtMillis()).add(status().name().hashCode());
        hash.add(details().toString().hashCode());
    }

    private long revision() {
        return listing.revision();
    }

    private void requireAlive(Fact fact) {
        if (isCancelled()) throw new CorruptHistory("a cancelled event is changed: " + fact);
    }

    private void set(Listing nextListing, boolean nextPolicyChanged, long nextConfirmed) {
        Listing previousListing = listing;
        boolean previousPolicyChanged = policyChanged;
        long previousConfirmed = confirmed;
        if (undo.isRecording()) {
            undo.add(
                    () -> {
                        listing = previousListing;
                        policyChanged = previousPolicyChanged;
                        confirmed = previousConfirmed;
                    });
        }
        listing = nextListing;
        policyChanged = nextPolicyChanged;
        confirmed = nextConfirmed;
    }
}
