package usher.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import usher.domain.Fact;

/// Entries that a release wrote stay readable for ever, and this one writes them the same way.
///
/// There is `<Fact>.json` with all fields and `<Fact>-….json` for each variant. What is called
/// `foreign-….json` is only read: another release wrote it, or a database put it into its own
/// order.
/// Who changes how a fact is written adds a file for the new way and makes the old one foreign.
class GoldenFilesTest {

    @ParameterizedTest
    @MethodSource("written")
    void todays_writer_writes_the_golden_entry(String name) throws IOException {
        JsonBytes out = new JsonBytes(1);
        FactCodec.write(GoldenFacts.written().get(name), out);
        assertEquals(Golden.entry(name), out.toString());
    }

    @ParameterizedTest
    @MethodSource("written")
    void a_golden_entry_says_what_it_said(String name) throws IOException {
        assertEquals(GoldenFacts.written().get(name), read(name));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void a_foreign_entry_says_what_it_said(String name) throws IOException {
        assertEquals(GoldenFacts.foreign().get(name), read(name));
    }

    @ParameterizedTest
    @MethodSource("written")
    void a_golden_entry_that_is_cut_off_anywhere_is_refused(String name) throws IOException {
        byte[] json = Golden.entry(name).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < json.length; length++) {
            byte[] cut = Arrays.copyOf(json, length);
            assertThrows(LedgerException.class, () -> FactCodec.read(cut, 0, cut.length));
            assertThrows(LedgerException.class, () -> FactCodec.read(json, 0, cut.length));
        }
    }

    @Test
    void every_golden_file_is_tested() throws IOException, URISyntaxException {
        Set<String> tested = new TreeSet<>(written());
        tested.addAll(foreign());
        assertEquals(tested, new TreeSet<>(Golden.names()));
    }

    @Test
    void every_fact_has_a_golden_file() {
        Map<String, List<Fact>> written = GoldenFacts.written();
        for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
            List<Fact> facts = written.getOrDefault(fact.getSimpleName(), List.of());
            assertEquals(List.of(fact), facts.stream().map(Object::getClass).toList());
        }
    }

    static Set<String> written() {
        return GoldenFacts.written().keySet();
    }

    static Set<String> foreign() {
        return GoldenFacts.foreign().keySet();
    }

    private static List<Fact> read(String name) throws IOException {
        byte[] json = Golden.entry(name).getBytes(StandardCharsets.UTF_8);
        return FactCodec.read(json, 0, json.length);
    }
}
