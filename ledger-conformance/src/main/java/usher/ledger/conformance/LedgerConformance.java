package usher.ledger.conformance;

/// Everything that every [usher.ledger.Ledger] promises, as tests.
///
/// A ledger's own test class implements this by saying where its stores come from, and beside it
/// [DurablePromises] and [SharedPromises] as far as it makes those:
///
/// ```
/// class SqliteLedgerTest implements LedgerConformance, DurablePromises {
///     @Override
///     public DurableStore newStore() {
///         return new SqliteStore();
///     }
/// }
/// ```
public interface LedgerConformance
        extends AppendPromises,
                CheckPromises,
                ClockPromises,
                ConflictPromises,
                DeadlinePromises,
                HeadPromises,
                KeyPromises,
                NotePromises,
                RacePromises,
                ReadPromises,
                RepeatPromises,
                SignalPromises,
                SnapshotPromises {}
