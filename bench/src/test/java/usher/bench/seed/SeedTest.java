package usher.bench.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;

class SeedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_second_run_creates_nothing_twice() throws Exception {
        House house = House.find();
        assumeTrue(house.isBuilt(), "the server is not packaged: ./usher test does it");
        try (DataFolder data = DataFolder.create(house);
                ServerProcess server = ServerProcess.start(house, data, Map.of())) {
            URI url = URI.create("http://127.0.0.1:" + server.api().port());
            List<EventOnSale> first = new Seed(url, printer(out)).sow(TODAY);
            assertEquals(12, first.size());
            assertTrue(said(out).contains("12 events, 12 of them new"), said(out));
            assertEquals(first, new Seed(url, printer(out)).sow(TODAY.plusDays(3)));
            assertTrue(said(out).contains("12 events, 0 of them new"), said(out));
            assertEquals(Set.copyOf(first), Set.copyOf(new Organizer(url).events().values()));
            List<EventOnSale> concerts = new Seed(url, printer(out)).sowConcerts(TODAY);
            assertTrue(said(out).contains("20 events, 20 of them new"), said(out));
            assertEquals(5, new Organizer(url).venues().size());
            assertEquals(concerts, new Seed(url, printer(out)).sowConcerts(TODAY.plusDays(3)));
            assertTrue(said(out).contains("20 events, 0 of them new"), said(out));
            assertEquals(5, new Organizer(url).venues().size());
        }
    }

    @Test
    void every_show_is_in_the_coming_months_and_has_a_name_of_its_own() {
        Set<String> names = new HashSet<>();
        for (Show show : Programme.announcedOn(TODAY)) {
            assertTrue(names.add(show.name()), show.name());
            LocalDate day = LocalDate.parse(show.startsAt().toString().substring(0, 10));
            assertTrue(day.isAfter(TODAY) && day.isBefore(TODAY.plusMonths(5)), show.toString());
        }
    }

    @Test
    void without_a_server_it_says_how_to_start_one() throws Exception {
        int nobody = ServerProcess.freePort();
        assertEquals(1, run("--url", "http://127.0.0.1:" + nobody));
        assertTrue(said(err).contains("./usher start starts one"), said(err));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--url", "--uri http://localhost", "--url ftp://x", "--url localhost"})
    void what_makes_no_sense_is_answered_with_the_usage(String arguments) throws Exception {
        assertEquals(2, run(arguments.split(" ", -1)));
        assertTrue(said(err).contains("usage: ./usher seed"), said(err));
    }

    private int run(String... arguments) throws InterruptedException {
        return Seed.run(List.of(arguments), printer(out), printer(err));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
