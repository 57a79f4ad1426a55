package usher.engine;

/// The bounds of an engine.
///
/// @param inboxCommandsMax how many asks may wait to be sorted into mailboxes
/// @param mailboxCommandsMax how many asks may wait for one event
/// @param entryCommandsMax how many asks are decided into one entry at most
/// @param answerWithinMillis after how long an ask is no longer begun
/// @param acceptWithinMillis for how long after its decision an entry may still be written
/// @param snapshotFacts after how many facts of a stream a new snapshot is stored
/// @param idleMillis after how long without use an event is unloaded
/// @param readEntriesMax how many entries are read from the ledger at once
public record EngineSettings(
        int inboxCommandsMax,
        int mailboxCommandsMax,
        int entryCommandsMax,
        long answerWithinMillis,
        long acceptWithinMillis,
        int snapshotFacts,
        long idleMillis,
        int readEntriesMax) {

    public static final EngineSettings DEFAULT =
            new EngineSettings(65_536, 16_384, 1024, 5_000, 2_000, 65_536, 600_000, 4096);
}
