package usher.simulation;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import usher.engine.relay.Destination;
import usher.engine.relay.Receipt;
import usher.ledger.ForwardingLedger;
import usher.ledger.Ledger;
import usher.ledger.Notes;

/// Relays that break their promise on purpose: the simulation must notice each of them.
class RelayControlsTest {

    private static final int SEEDS_MAX = 50;
    private static final Pattern CURSOR = Pattern.compile("(?<=subscriber=)[0-9]+");

    @Test
    void a_relay_that_moves_its_cursor_before_the_receipt_is_caught() {
        mustBeCaught(
                withDestination(
                        honest ->
                                (entries, attempt) -> {
                                    honest.send(entries, attempt);
                                    return CompletableFuture.completedStage(
                                            Receipt.all(entries.size()));
                                }),
                "is relayed after entry");
    }

    @Test
    void a_relay_that_passes_over_what_was_not_taken_is_caught() {
        mustBeCaught(
                withDestination(
                        honest ->
                                (entries, attempt) ->
                                        taken(entries.size(), honest.send(entries, attempt))),
                "is relayed after entry");
    }

    @Test
    void a_relay_that_stores_a_cursor_too_far_is_caught() {
        mustBeCaught(
                new Seams() {
                    @Override
                    public Ledger ledger(Ledger honest, VirtualTime time) {
                        return skipping(honest);
                    }
                },
                "is relayed after entry");
    }

    @Test
    void a_relay_that_waits_for_a_receipt_for_ever_is_caught() {
        mustBeCaught(
                withDestination(_ -> (_, _) -> new CompletableFuture<>()),
                "not everything is relayed");
    }

    private static CompletionStage<Receipt> taken(int entries, CompletionStage<Receipt> receipt) {
        return receipt.thenApply(honest -> isRefusal(honest) ? Receipt.all(entries) : honest);
    }

    private static boolean isRefusal(Receipt receipt) {
        Receipt.@Nullable Trouble trouble = receipt.trouble();
        return trouble != null && !trouble.isAway();
    }

    private static Ledger skipping(Ledger honest) {
        return new ForwardingLedger(honest) {
            @Override
            public Notes notes() {
                Notes notes = ledger.notes();
                return new Notes() {
                    @Override
                    public @Nullable Note find(String name) {
                        return notes.find(name);
                    }

                    @Override
                    public List<Note> list(String prefix, String after, int max) {
                        return notes.list(prefix, after, max);
                    }

                    @Override
                    public List<Boolean> write(List<Note> changed) {
                        return notes.write(changed.stream().map(note -> tooFar(note)).toList());
                    }

                    @Override
                    public boolean remove(Note note) {
                        return notes.remove(note);
                    }
                };
            }
        };
    }

    private static Notes.Note tooFar(Notes.Note note) {
        return note.saying(
                CURSOR.matcher(note.text())
                        .replaceAll(at -> Long.toString(Long.parseLong(at.group()) + 1)));
    }

    private static Seams withDestination(UnaryOperator<Destination> broken) {
        return new Seams() {
            @Override
            public Destination destination(Destination honest) {
                return broken.apply(honest);
            }
        };
    }

    private static void mustBeCaught(Seams broken, String expected) {
        Set<String> noticed = new TreeSet<>();
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            BrokenPromise found = Simulation.run(seed, broken).broken();
            if (found == null) continue;
            String why = String.valueOf(found.getMessage());
            if (why.contains(expected)) return;
            noticed.add(why);
        }
        fail("not noticed in " + SEEDS_MAX + " histories, but " + noticed);
    }
}
