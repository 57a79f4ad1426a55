package usher.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import usher.domain.Fact;

/// What holds for any facts and any bytes.
class FactCodecPropertyTest {

    private static final ObjectMapper JACKSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Provide
    Arbitrary<List<Fact>> entries() {
        return RandomFacts.entries();
    }

    @Property
    void facts_come_back_as_they_were(@ForAll("entries") List<Fact> facts) {
        assertEquals(facts, read(written(facts)));
    }

    @Property
    void facts_are_read_from_the_middle_of_other_bytes(@ForAll("entries") List<Fact> facts) {
        byte[] json = written(facts);
        byte[] within = new byte[json.length + 7];
        System.arraycopy(json, 0, within, 3, json.length);
        assertEquals(facts, FactCodec.read(within, 3, 3 + json.length));
    }

    @Property(tries = 300)
    void others_may_order_space_and_extend_what_was_written(
            @ForAll("entries") List<Fact> facts, @ForAll Random random)
            throws JsonProcessingException {
        JsonNode tree = JACKSON.readTree(text(facts));
        String rearranged =
                JACKSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(rearranged(tree, random));
        assertEquals(facts, read(rearranged.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 3000)
    void damaged_bytes_are_refused_or_read_but_nothing_else(
            @ForAll("entries") List<Fact> facts, @ForAll Random random) {
        byte[] json = written(facts);
        for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        int length = random.nextBoolean() ? json.length : random.nextInt(json.length);
        try {
            FactCodec.read(json, 0, length);
        } catch (LedgerException refused) {
            assertEquals(false, refused.getMessage().isBlank());
        }
    }

    /// The same with the fields of each object in another order and one more among them.
    private static JsonNode rearranged(JsonNode node, Random random) {
        return switch (node) {
            case ObjectNode object -> {
                List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
                Collections.shuffle(fields, random);
                ObjectNode result = JACKSON.createObjectNode();
                result.set("unheard of", JACKSON.createArrayNode().add(object.deepCopy()).add(1.5));
                fields.forEach(f -> result.set(f.getKey(), rearranged(f.getValue(), random)));
                yield result;
            }
            case ArrayNode array -> {
                ArrayNode result = JACKSON.createArrayNode();
                array.forEach(element -> result.add(rearranged(element, random)));
                yield result;
            }
            default -> node;
        };
    }

    private static List<Fact> read(byte[] json) {
        return FactCodec.read(json, 0, json.length);
    }

    private static byte[] written(List<Fact> facts) {
        JsonBytes out = new JsonBytes(1);
        FactCodec.write(facts, out);
        return out.toByteArray();
    }

    private static String text(List<Fact> facts) {
        return new String(written(facts), StandardCharsets.UTF_8);
    }
}
