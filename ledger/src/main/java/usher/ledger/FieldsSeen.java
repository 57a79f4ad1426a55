package usher.ledger;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which fields an object of JSON had so far: each at most once, and those that it must have.
final class FieldsSeen {

    private final Set<Field> fields = EnumSet.noneOf(Field.class);

    /// Takes note of `field`.
    ///
    /// @throws LedgerException if it was there before
    void add(Field field) {
        if (!fields.add(field)) throw new LedgerException("\"" + field + "\" stands there twice");
    }

    boolean has(Field field) {
        return fields.contains(field);
    }

    /// The value of `field`, as far as the field was there.
    ///
    /// @throws LedgerException if it was not
    long require(Field field, long value) {
        if (!fields.contains(field)) throw missing(field);
        return value;
    }

    /// The value of `field`, as far as the field was there.
    ///
    /// @throws LedgerException if it was not
    int require(Field field, int value) {
        return (int) require(field, (long) value);
    }

    /// The value of `field`, null if the field was not there.
    ///
    /// @throws LedgerException if it was not
    static <T> T require(Field field, @Nullable T value) {
        if (value == null) throw missing(field);
        return value;
    }

    private static LedgerException missing(Field field) {
        return new LedgerException("\"" + field + "\" is missing");
    }
}
