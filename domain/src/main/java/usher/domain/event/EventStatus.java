package usher.domain.event;

/// Whether an event sells.
public enum EventStatus {
    /// On sale within its sales window.
    ACTIVE,
    /// Not on sale until its organizer says so.
    INACTIVE,
    /// Never on sale again.
    CANCELLED
}
