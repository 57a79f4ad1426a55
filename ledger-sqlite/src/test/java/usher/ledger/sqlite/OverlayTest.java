package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.ledger.Position;
import usher.ledger.StreamId;

class OverlayTest {

    private static final StreamId STREAM = new StreamId(new UUID(1, 1L << 20));
    private static final Journal.Place NEXT = new Journal.Place(4096, 2);

    private final Overlay overlay = new Overlay(new Generation(Journal.Place.START));

    /// If it were asked beforehand, the filer could empty the overlay and fall asleep in between,
    /// and nobody would wake it up for what is added then.
    @Test
    void who_adds_learns_what_waited_at_that_very_moment() {
        assertEquals(0, overlay.add(List.of(entry(1)), NEXT));
        assertEquals(10, overlay.add(List.of(entry(2)), NEXT));
        assertNotNull(overlay.freeze());
        assertEquals(20, overlay.add(List.of(entry(3)), NEXT));
        overlay.dropFrozen();
        assertNotNull(overlay.freeze());
        overlay.dropFrozen();
        assertEquals(0, overlay.add(List.of(entry(4)), NEXT));
    }

    private static JournalEntry entry(long version) {
        Slice tenBytes = new Slice(new byte[10], 0, 10);
        return new JournalEntry(
                STREAM, new Position(version, 7), Long.MAX_VALUE, List.of(), tenBytes);
    }
}
