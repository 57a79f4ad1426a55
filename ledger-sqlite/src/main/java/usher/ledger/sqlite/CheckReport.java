package usher.ledger.sqlite;

import java.util.List;

/// What a look at every entry of a ledger found.
///
/// @param streams how many there are
/// @param entries how many of them are whole
/// @param damages what is not; empty if all is well
public record CheckReport(long streams, long entries, List<Damage> damages) {

    public CheckReport {
        damages = List.copyOf(damages);
    }

    public boolean isWhole() {
        return damages.isEmpty();
    }
}
