package usher.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.KeysRestated;
import usher.domain.RememberedKey;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventOpened;
import usher.domain.event.Policy;
import usher.domain.holding.SeatsHeld;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatsRestated;

class FactCodecTest {

    private static final UserId USER = new UserId(new UUID(0x1234, 0x5678));
    private static final Cause CAUSE =
            new Cause(1795212345678L, USER, "k3-1a", new IdempotencyKey(1, -2, 3));

    @Test
    void facts_come_back_as_they_were() {
        EventDefinition event =
                new EventDefinition(
                        EventId.of(1, 2),
                        "Käthe \uD800 \uD83D\uDE00\n\"",
                        null,
                        null,
                        7,
                        Policy.DEFAULT,
                        null,
                        null,
                        Instant.ofEpochSecond(3, 4));
        List<Fact> facts =
                List.of(
                        new EventOpened(CAUSE, event),
                        new SeatsHeld(CAUSE, USER, SeatSet.of(17), 1795212405678L),
                        new SeatsRestated(
                                Cause.system(5, "snapshot"),
                                SeatSet.of(1, 3, 4, 5, 7, 8),
                                SeatRecord.held(USER, 3, 4)),
                        new KeysRestated(
                                CAUSE,
                                List.of(new RememberedKey(new IdempotencyKey(-1, 5, 6), 3, 4))));
        JsonBytes out = new JsonBytes(8);
        FactCodec.write(facts, out);
        byte[] json = out.toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(facts, FactCodec.read(json, 0, json.length));
    }
}
