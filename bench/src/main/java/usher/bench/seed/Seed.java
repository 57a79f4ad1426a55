package usher.bench.seed;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// `./usher seed [--url URL]`: puts on sale what of the [Programme] and of the [Concert]s is not
/// there yet.
///
/// Ends with 0; with 1 if the server does not do it; with 2 if it was asked for what makes no
/// sense.
public final class Seed {

    private static final String USAGE = "usage: ./usher seed [--url http://localhost:3000]";
    private static final String USUAL_URL = "http://localhost:3000";

    private final URI server;
    private final PrintStream out;

    public Seed(URI server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            Seed seed = new Seed(url(arguments), out);
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            seed.sow(today);
            seed.sowConcerts(today);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("usher: " + e.getMessage() + "\n" + USAGE);
            return 2;
        } catch (IOException e) {
            err.println("usher: " + e.getMessage());
            return 1;
        }
    }

    /// Puts the programme of `today` on sale; all its events, in its order.
    public List<EventOnSale> sow(LocalDate today) throws IOException, InterruptedException {
        Organizer organizer = new Organizer(server);
        Map<String, EventOnSale> known = events(organizer);
        List<EventOnSale> events = new ArrayList<>();
        for (Show show : Programme.announcedOn(today)) {
            EventOnSale event = known.get(show.name());
            boolean isNew = event == null;
            if (event == null) event = organizer.create(show.body());
            tell(event, show.venue().name(), isNew);
            events.add(event);
        }
        sum(events, known);
        return events;
    }

    /// Adds the halls as venues, and puts the concerts announced on `today` on sale there.
    List<EventOnSale> sowConcerts(LocalDate today) throws IOException, InterruptedException {
        Organizer organizer = new Organizer(server);
        Map<String, EventOnSale> known = events(organizer);
        Map<String, UUID> venues = organizer.venues();
        for (Hall hall : Hall.all()) {
            if (!venues.containsKey(hall.name())) venues.put(hall.name(), organizer.add(hall));
        }
        List<EventOnSale> events = new ArrayList<>();
        for (Concert concert : Concert.announcedOn(today)) {
            EventOnSale event = known.get(concert.name());
            boolean isNew = event == null;
            UUID venue = Objects.requireNonNull(venues.get(concert.hall().name()));
            if (event == null) event = organizer.create(concert.body(venue));
            tell(event, concert.hall().name(), isNew);
            events.add(event);
        }
        sum(events, known);
        return events;
    }

    private void tell(EventOnSale event, String house, boolean isNew) {
        String word = isNew ? "created" : "there";
        out.printf("%-8s %-39s %-16s %,6d places%n", word, event.name(), house, event.totalSeats());
    }

    private void sum(List<EventOnSale> events, Map<String, EventOnSale> known) {
        long created = events.stream().filter(event -> !known.containsKey(event.name())).count();
        out.printf("%d events, %d of them new: %s/v1/events%n", events.size(), created, server);
    }

    private Map<String, EventOnSale> events(Organizer organizer)
            throws IOException, InterruptedException {
        try {
            return organizer.events();
        } catch (ConnectException e) {
            String advice = "no Usher answers at %s: ./usher start starts one".formatted(server);
            throw new IOException(advice, e);
        }
    }

    private static URI url(List<String> arguments) {
        if (arguments.isEmpty()) return URI.create(USUAL_URL);
        if (arguments.size() != 2 || !arguments.getFirst().equals("--url")) {
            throw new IllegalArgumentException("seed knows only --url URL");
        }
        try {
            URI url = new URI(arguments.get(1));
            if (url.getScheme() != null && url.getScheme().matches("https?")) return url;
        } catch (URISyntaxException e) {
            // It is said below.
        }
        throw new IllegalArgumentException("--url needs a URL such as " + USUAL_URL);
    }
}
