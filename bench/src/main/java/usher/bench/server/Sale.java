package usher.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Some events of equal size on one server.
///
/// @param events their ids
/// @param file the same ids, one in each line, for the load generator
public record Sale(List<UUID> events, Path file) {

    public Sale {
        events = List.copyOf(events);
    }

    public static Sale open(Api api, DataFolder data, int eventCount, int seatsPerEvent)
            throws IOException, InterruptedException {
        return open(api, data, eventCount, "\"totalSeats\":" + seatsPerEvent);
    }

    /// Puts so many equal events on sale.
    ///
    /// @param places a field of each event's JSON: `totalSeats` or `sections`
    public static Sale open(Api api, DataFolder data, int eventCount, String places)
            throws IOException, InterruptedException {
        return open(api, data, eventCount, places, 0);
    }

    /// Puts so many on sale of which one user may hold `heldSeatsPerUser` at once; 0: any number.
    public static Sale open(
            Api api, DataFolder data, int eventCount, String places, int heldSeatsPerUser)
            throws IOException, InterruptedException {
        List<UUID> events = new ArrayList<>(eventCount);
        for (int i = 0; i < eventCount; i++) {
            events.add(api.createEvent(places, Api.HOLD_SECONDS, heldSeatsPerUser));
        }
        Path file = Files.createTempFile(data.path(), "events-", ".txt");
        Files.writeString(
                file, events.stream().map(UUID::toString).collect(Collectors.joining("\n")));
        return new Sale(events, file);
    }
}
