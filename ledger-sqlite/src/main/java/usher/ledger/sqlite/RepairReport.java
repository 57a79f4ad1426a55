package usher.ledger.sqlite;

import java.util.List;

/// What a repair did.
///
/// @param kept how many entries came out of the journal into the pages
/// @param setAside the entries that are in the table `set_aside` now, damaged ones and those that
///     came after them in their streams
public record RepairReport(long kept, List<Damage> setAside) {

    public RepairReport {
        setAside = List.copyOf(setAside);
    }
}
