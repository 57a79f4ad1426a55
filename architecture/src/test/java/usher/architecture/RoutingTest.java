package usher.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `deploy/nginx/usher.conf` takes for the event of a request, by its own pattern.
class RoutingTest {

    private static final String EVENT = "01a1fd13-ea3e-724c-922b-a161cc200000";
    private static final String SEAT = "01a1fd13-ea3e-724c-922b-a161cc20001f";
    private static final String USER = "6e859e28-86c3-4eb9-9674-f48ac89cc1c5";

    private final Pattern pattern = pattern();

    @Test
    void whatever_concerns_an_event_goes_where_its_seats_go() {
        List<String> paths =
                List.of(
                        "/v1/events/" + EVENT,
                        "/v1/events/" + EVENT + "/seats",
                        "/v1/events/" + EVENT + "/seats/" + SEAT + "/hold",
                        "/v1alpha1/events/" + EVENT + "/seats/" + SEAT + "/reserve",
                        "/events/" + EVENT + "/availability",
                        "/seats/list/" + EVENT,
                        "/seats/get/" + SEAT,
                        "/api/events/" + EVENT + "/seats/available",
                        "/api/seats/" + EVENT + "/31/hold",
                        "/api/seats/" + EVENT + "/user/" + USER + "/holds");
        for (String path : paths) assertEquals(EVENT.substring(0, 31), event(path), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/events", "/v1/bookings", "/seats/hold", "/v1/events/7/seats"})
    void what_names_no_event_goes_anywhere(String path) {
        assertFalse(pattern.matcher(path).find());
    }

    private String event(String path) {
        Matcher matcher = pattern.matcher(path);
        assertTrue(matcher.find(), path);
        return matcher.group("event");
    }

    private static Pattern pattern() {
        try {
            String file = Files.readString(House.ROOT.resolve("deploy/nginx/usher.conf"));
            Matcher quoted = Pattern.compile("\"~\\*(.*)\" \\$event;").matcher(file);
            assertTrue(quoted.find());
            return Pattern.compile(quoted.group(1), Pattern.CASE_INSENSITIVE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
