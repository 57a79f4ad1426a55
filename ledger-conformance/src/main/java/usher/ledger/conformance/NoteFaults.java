package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;

/// What notes promise while the way to their server fails, which the caller sees to.
public final class NoteFaults {

    private NoteFaults() {}

    /// A note that was written, but of which `node` never heard, is not written once more.
    ///
    /// @param mute swallows what the server says to `node`
    /// @param heal breaks what is open, and lets new connections through
    public static void isNotWrittenTwice(Ledger node, Ledger peer, Runnable mute, Runnable heal) {
        Note first = Note.none("note").saying("first");
        assertTrue(node.notes().write(first));
        Note next = first.written().saying("next");
        mute.run();
        CompletableFuture<Boolean> end =
                CompletableFuture.supplyAsync(() -> node.notes().write(next));
        Patience.until(() -> next.written().equals(peer.notes().find("note")));
        heal.run();

        CompletionException trouble = assertThrows(CompletionException.class, end::join);
        assertInstanceOf(LedgerException.class, trouble.getCause());
        Patience.until(() -> isWritten(node, next.written()));
        assertEquals(3, peer.notes().list("", "", 10).getFirst().revision());
    }

    /// Notes fail while the server of `node` cannot be reached, and go on when it can.
    public static void goOn(Ledger node, Runnable cut, Runnable mend) {
        assertTrue(isWritten(node, Note.none("note")));
        cut.run();
        assertThrows(LedgerException.class, () -> node.notes().find("note"));
        Note next = new Note("note", 1, "next");
        assertThrows(LedgerException.class, () -> node.notes().write(next));

        mend.run();
        Patience.until(() -> isWritten(node, next));
        assertEquals(next.written(), node.notes().find("note"));
    }

    /// Whether `note` is written now; not, if the server cannot be reached.
    public static boolean isWritten(Ledger node, Note note) {
        try {
            return node.notes().write(note);
        } catch (LedgerException e) {
            return false;
        }
    }
}
