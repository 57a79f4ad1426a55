package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import usher.server.analytics.AnalyticsResource;
import usher.server.audit.AuditResource;
import usher.server.client.OpenApi;
import usher.server.client.Visitor;
import usher.server.dialect.EventManagementResource;
import usher.server.dialect.OnlineReservationEvents;
import usher.server.dialect.OnlineReservationSeats;
import usher.server.dialect.TicketBookingEvents;
import usher.server.dialect.TicketBookingOrders;
import usher.server.dialect.TicketBookingPayments;
import usher.server.dialect.TicketBookingStatus;
import usher.server.dialect.ZephyrResource;
import usher.server.door.CheckInsResource;
import usher.server.door.EventBookingsResource;
import usher.server.http.AvailabilityResource;
import usher.server.http.BlocksResource;
import usher.server.http.BookingsResource;
import usher.server.http.EventsResource;
import usher.server.http.HoldsResource;
import usher.server.http.PaymentsResource;
import usher.server.http.PlanResource;
import usher.server.http.ProblemPages;
import usher.server.http.SeatsResource;
import usher.server.http.StatesResource;
import usher.server.http.VenuesResource;
import usher.server.operations.DatabaseResource;
import usher.server.operations.RabbitResource;
import usher.server.operations.RedisResource;
import usher.server.payments.StripeWebhook;
import usher.server.people.PeopleResource;
import usher.server.rabbitmq.ReplayResource;
import usher.server.tickets.BookingTicketsResource;
import usher.server.tickets.EventTicketsResource;
import usher.server.tickets.TicketsResource;
import usher.server.webhooks.WebhookDeliveriesResource;
import usher.server.webhooks.WebhookEndpointResource;
import usher.server.webhooks.WebhookEndpointsResource;
import usher.server.webhooks.WebhookSecretResource;

/// The OpenAPI document: that it is whole. That it is true, every other test sees to.
@QuarkusTest
final class OpenApiTest {

    private static final List<Class<?>> RESOURCES =
            List.of(
                    VenuesResource.class,
                    EventsResource.class,
                    SeatsResource.class,
                    AvailabilityResource.class,
                    PlanResource.class,
                    StatesResource.class,
                    HoldsResource.class,
                    AuditResource.class,
                    AnalyticsResource.class,
                    BlocksResource.class,
                    BookingsResource.class,
                    PaymentsResource.class,
                    TicketsResource.class,
                    BookingTicketsResource.class,
                    EventTicketsResource.class,
                    CheckInsResource.class,
                    EventBookingsResource.class,
                    PeopleResource.class,
                    StripeWebhook.class,
                    WebhookEndpointsResource.class,
                    WebhookEndpointResource.class,
                    WebhookSecretResource.class,
                    WebhookDeliveriesResource.class,
                    EventManagementResource.class,
                    OnlineReservationEvents.class,
                    OnlineReservationSeats.class,
                    TicketBookingEvents.class,
                    TicketBookingOrders.class,
                    TicketBookingPayments.class,
                    TicketBookingStatus.class,
                    ZephyrResource.class,
                    ProblemPages.class,
                    DatabaseResource.class,
                    RedisResource.class,
                    RabbitResource.class,
                    ReplayResource.class);

    private static final List<String> OPERATIONS =
            List.of("GET /health", "GET /health/live", "GET /health/ready", "GET /metrics");

    @Test
    void the_document_names_exactly_what_is_served() {
        TreeSet<String> served = new TreeSet<>(OPERATIONS);
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) served.addAll(routes(method));
        }
        TreeSet<String> documented = new TreeSet<>();
        for (String path : OpenApi.paths()) {
            OpenApi.methods(path).forEach(method -> documented.add(method + " " + path));
        }
        assertEquals(served, documented);
    }

    @Test
    void the_server_shows_the_document_as_it_was_written() throws Exception {
        JsonNode shown = new ObjectMapper().readTree(text("/openapi?format=json"));
        assertEquals("3.1.0", shown.get("openapi").asText());
        assertEquals(OpenApi.document().get("paths").size(), shown.get("paths").size());
        assertEquals(
                OpenApi.document().get("components").get("schemas").size(),
                shown.get("components").get("schemas").size());
        assertTrue(text("/openapi").startsWith("---\nopenapi: 3.1.0"));
    }

    @Test
    void every_operation_says_what_it_does_and_every_reference_leads_somewhere() {
        for (String path : OpenApi.paths()) {
            for (String method : OpenApi.methods(path)) {
                JsonNode operation = OpenApi.operation(path, method);
                assertFalse(operation.path("summary").asText().isEmpty(), path);
                assertFalse(operation.path("tags").isEmpty(), path);
            }
        }
        for (JsonNode reference : OpenApi.document().findValues("$ref")) {
            String target = reference.asText().substring(1);
            assertFalse(OpenApi.document().at(target).isMissingNode(), target);
        }
    }

    @Test
    void the_pages_of_the_documentation_need_nothing_from_elsewhere() {
        String page = text("/docs/");
        assertTrue(page.contains("swagger-ui-bundle.js"));
        Matcher sources = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
        List<String> seen = new ArrayList<>();
        while (sources.find()) {
            seen.add(sources.group(1));
            assertFalse(sources.group(1).contains("//"), sources.group(1));
            Visitor.nobody().get("/docs/" + sources.group(1)).is(200);
        }
        assertTrue(seen.size() >= 4, seen.toString());
        assertTrue(page.contains("/openapi"), page);
    }

    private static String text(String path) {
        return Visitor.nobody().get(path).is(200).text();
    }

    private static List<String> routes(Method method) {
        List<String> routes = new ArrayList<>();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                routes.add(verb.value().toUpperCase(Locale.ROOT) + " " + address(method));
            }
        }
        return routes;
    }

    private static String address(Method method) {
        Path here = method.getAnnotation(Path.class);
        String root = method.getDeclaringClass().getAnnotation(Path.class).value();
        return here == null ? root : root + "/" + here.value();
    }
}
