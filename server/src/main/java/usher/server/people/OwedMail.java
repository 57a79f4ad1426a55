package usher.server.people;

/// What somebody is still to be told of his booking, or may be one day.
///
/// @param told what he was told last
/// @param tries how often that failed since
/// @param dueMillis when to look at it again, in milliseconds since 1970; 0: nothing is owed
public record OwedMail(Contact contact, Told told, int tries, long dueMillis) {

    /// What somebody knows of his booking.
    public enum Told {
        /// Nothing yet.
        NOTHING,
        /// That it is confirmed.
        CONFIRMED
    }
}
