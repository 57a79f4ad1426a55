package usher.domain.event;

import org.jspecify.annotations.Nullable;
import usher.domain.CorruptHistory;
import usher.domain.UndoLog;
import usher.domain.access.AccessCode;

/// The event as it is now: its definition, and what was changed since.
public final class EventState {

    private final EventDefinition definition;
    private final UndoLog undo;
    private EventStatus status = EventStatus.ACTIVE;
    private boolean opened;

    public EventState(EventDefinition definition, UndoLog undo) {
        this.definition = definition;
        this.undo = undo;
    }

    public EventDefinition definition() {
        return definition;
    }

    public EventDetails details() {
        return definition.details();
    }

    public EventStatus status() {
        return status;
    }

    /// Whether its stream has begun.
    public boolean isOpened() {
        return opened;
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
        return status == EventStatus.ACTIVE && !details().isEndedBy(atMillis);
    }

    /// Whether what is held may be reserved: a sale that is over does not take holds back.
    public boolean isActive() {
        return status == EventStatus.ACTIVE;
    }

    /// Whether it will never be on sale again.
    public boolean isCancelled() {
        return status == EventStatus.CANCELLED;
    }

    public void apply(EventOpened f) {
        if (opened) throw new CorruptHistory("the event is opened twice");
        if (!f.event().id().equals(definition.id())) {
            throw new CorruptHistory("the stream is that of event " + f.event().id());
        }
        if (undo.isRecording()) undo.add(() -> opened = false);
        opened = true;
    }

    public void apply(StatusChanged f) {
        if (isCancelled()) throw new CorruptHistory("a cancelled event is " + f.status());
        EventStatus previous = status;
        if (undo.isRecording()) undo.add(() -> status = previous);
        status = f.status();
    }
}
