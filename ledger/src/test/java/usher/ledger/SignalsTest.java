package usher.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final StreamId STREAM = new StreamId(new UUID(1, 1));

    private final Signals signals = new Signals();
    private final List<String> heard = new ArrayList<>();

    @Test
    void who_listens_hears_of_this_node_and_of_others() throws Exception {
        try (var _ = signals.listen(_ -> heard.add("all"))) {
            signals.give(STREAM);
            signals.passOn(STREAM);
        }
        signals.passOn(STREAM);
        assertEquals(List.of("all", "all"), heard);
    }

    @Test
    void who_listens_to_others_does_not_hear_of_this_node() throws Exception {
        try (var _ = signals.listenToOthers(_ -> heard.add("others"))) {
            signals.give(STREAM);
            assertEquals(List.of(), heard);
            signals.passOn(STREAM);
        }
        signals.passOn(STREAM);
        assertEquals(List.of("others"), heard);
    }
}
