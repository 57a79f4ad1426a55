package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.test.servers.TestPostgres;

/// A ledger that somebody only looks at, while nodes go on.
final class FrozenLedgerTest {

    private final StreamId stream = Appends.newStream();

    @Test
    void an_append_is_refused_at_once() {
        try (OwnSchema schema = OwnSchema.create();
                Ledger node = PostgresLedger.open(schema.url(), PostgresOptions.standard());
                Ledger frozen = PostgresLedger.open(schema.url(), PostgresOptions.frozen())) {
            Outcome outcome = Appends.outcome(frozen, Appends.after(stream, Position.START));

            assertInstanceOf(Outcome.Unavailable.class, outcome);
            assertEquals(Position.START, node.heads().of(stream));
        }
    }

    @Test
    void notes_can_be_read_and_not_written() {
        try (OwnSchema schema = OwnSchema.create();
                Ledger node = PostgresLedger.open(schema.url(), PostgresOptions.standard());
                Ledger frozen = PostgresLedger.open(schema.url(), PostgresOptions.frozen())) {
            Note note = Note.none("note").saying("text");
            node.notes().write(List.of(note));

            assertEquals(note.written(), frozen.notes().find("note"));
            assertThrows(
                    LedgerException.class, () -> frozen.notes().write(List.of(note.written())));
            assertThrows(LedgerException.class, () -> frozen.notes().remove(note.written()));
            assertEquals(List.of(note.written()), frozen.notes().list("", "", 10));
        }
    }

    @Test
    void a_ledger_from_before_there_were_notes_has_none() {
        try (OwnSchema schema = OwnSchema.create()) {
            PostgresLedger.open(schema.url(), PostgresOptions.standard()).close();
            TestPostgres.run("DROP TABLE %s.note".formatted(schema.name()));
            try (Ledger frozen = PostgresLedger.open(schema.url(), PostgresOptions.frozen())) {
                assertNull(frozen.notes().find("note"));
                assertEquals(List.of(), frozen.notes().list("", "", 10));
            }
        }
    }

    @Test
    void what_is_appended_meanwhile_is_not_seen() {
        try (OwnSchema schema = OwnSchema.create();
                Ledger node = PostgresLedger.open(schema.url(), PostgresOptions.standard());
                Ledger frozen = PostgresLedger.open(schema.url(), PostgresOptions.frozen())) {
            assertTrue(frozen.heads().scan(null, 10).isEmpty());

            Appends.outcome(node, Appends.after(stream, Position.START));

            assertTrue(frozen.read(stream, 0, 10).isEmpty());
            assertEquals(1, node.read(stream, 0, 10).size());
        }
    }

    @Test
    void nothing_is_created_where_no_ledger_is() {
        try (OwnSchema schema = OwnSchema.create()) {
            LedgerException trouble =
                    assertThrows(
                            LedgerException.class,
                            () -> PostgresLedger.open(schema.url(), PostgresOptions.frozen()));
            assertTrue(String.valueOf(trouble.getMessage()).contains("there is no ledger"));
        }
    }
}
