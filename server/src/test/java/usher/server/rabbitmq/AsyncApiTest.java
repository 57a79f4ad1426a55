package usher.server.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import usher.domain.Fact;
import usher.ledger.Entry;
import usher.ledger.FactCodec;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.server.rabbitmq.RelayNode.Facts;
import usher.server.relay.FactMessage;

/// What the document says of messages is what is in them, for every kind of fact.
final class AsyncApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper STRICT =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Path GOLDEN =
            Path.of("..", "ledger", "src", "test", "resources", "golden");
    private static final Set<String> OF_THE_CATALOG =
            Set.of("EventListed", "ListingChanged", "VenueAdded");

    @Test
    void every_kind_of_fact_is_described_and_no_other() {
        TreeSet<String> described = new TreeSet<>(AsyncApi.messages("eventFacts"));
        described.addAll(AsyncApi.messages("catalogFacts"));
        assertEquals(new TreeSet<>(FactCodec.names()), described);
        assertEquals(OF_THE_CATALOG, AsyncApi.messages("catalogFacts"));
    }

    @Test
    void every_reference_leads_somewhere() {
        List<JsonNode> references = AsyncApi.document().findValues("$ref");
        assertTrue(references.size() > FactCodec.names().size());
        for (JsonNode reference : references) {
            String target = reference.asText().substring(1);
            assertFalse(AsyncApi.document().at(target).isMissingNode(), target);
        }
    }

    @Test
    void every_kind_of_fact_has_an_entry_that_is_looked_at() throws IOException {
        TreeSet<String> seen = new TreeSet<>();
        for (String file : golden()) facts(file).forEach(fact -> seen.add(name(fact)));
        assertTrue(seen.containsAll(FactCodec.names()), () -> "only " + seen);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void a_message_is_as_it_is_described(String file) throws IOException {
        for (Fact fact : facts(file)) {
            if (!FactCodec.names().contains(name(fact))) continue;
            JsonNode message = MAPPER.readTree(message(fact).body());
            assertEquals(Set.of(), AsyncApi.violations(name(fact), message), message::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void a_message_has_each_field_once_and_no_hash_of_a_code(String file) throws IOException {
        for (Fact fact : facts(file)) {
            Message message = message(fact);
            JsonNode strict = STRICT.readTree(message.body());
            assertTrue(strict.findValues("hash").isEmpty(), strict::toString);
            assertTrue(strict.findValues("once").isEmpty(), strict::toString);
            assertEquals(message.properties().getMessageId(), strict.get("id").asText());
        }
    }

    @Test
    void keys_are_made_so_that_one_event_or_one_kind_can_be_bound() throws IOException {
        Fact held = facts("SeatsHeld.json").getFirst();
        assertEquals("event." + Facts.event(1) + ".seats-held", message(held).key());
        Fact listed = facts("EventListed.json").getFirst();
        assertEquals("catalog.event-listed", message(listed).key());
        Fact checkedIn = facts("TicketCheckedIn.json").getFirst();
        assertTrue(message(checkedIn).key().endsWith(".ticket-checked-in"));
    }

    /// With one that was left out, or one that is too much, the test would fail.
    @Test
    void a_message_that_is_not_as_it_is_described_is_noticed() throws IOException {
        Fact held = facts("SeatsHeld.json").getFirst();
        JsonNode message = MAPPER.readTree(message(held).body());
        ((ObjectNode) message).remove("seats");
        ((ObjectNode) message).put("sets", 1);
        assertEquals(2, AsyncApi.violations("SeatsHeld", message).size());
    }

    static List<String> golden() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Fact> facts(String file) throws IOException {
        byte[] json = Files.readAllBytes(GOLDEN.resolve(file));
        return FactCodec.read(json, 0, json.length);
    }

    private static String name(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    private static Message message(Fact fact) {
        boolean isOfCatalog = OF_THE_CATALOG.contains(name(fact));
        StreamId stream = isOfCatalog ? StreamId.CATALOG : Facts.event(1);
        Entry entry = new Entry(stream, new Position(7, 1), List.of(fact));
        return Message.of(FactMessage.of(entry, 0));
    }
}
