package usher.server.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.selling.BookingId;
import usher.domain.selling.PaymentReport;

/// What one of Stripe's webhooks says of a payment of ours.
///
/// Of the whole event only its type, the state and our own names are read, so any version of
/// Stripe's API may send it, and nothing personal is kept.
///
/// @param id Stripe's id of the event
record StripeNews(String id, EventId event, BookingId booking, UUID payment, PaymentReport report) {

    private static final JsonMapper JSON = new JsonMapper();

    /// What `body` says; empty: nothing about a payment of ours.
    ///
    /// @throws IllegalArgumentException if it is no event of Stripe's
    static Optional<StripeNews> read(String body) {
        JsonNode event;
        try {
            event = JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("no JSON", noJson);
        }
        JsonNode object = event.path("data").path("object");
        PaymentReport report = report(event.path("type").asText(), object);
        JsonNode names = object.path("metadata");
        boolean isOurs = names.has(StripeSession.PAYMENT) && names.has(StripeSession.EVENT);
        if (report == null || !isOurs) return Optional.empty();
        return Optional.of(
                new StripeNews(
                        event.path("id").asText(),
                        new EventId(uuid(names, StripeSession.EVENT)),
                        new BookingId(uuid(names, StripeSession.BOOKING)),
                        uuid(names, StripeSession.PAYMENT),
                        report));
    }

    private static @Nullable PaymentReport report(String type, JsonNode object) {
        return switch (type) {
            case "checkout.session.completed" ->
                    object.path("payment_status").asText().equals("unpaid")
                            ? null
                            : new PaymentReport.Succeeded();
            case "checkout.session.async_payment_succeeded" -> new PaymentReport.Succeeded();
            case "checkout.session.async_payment_failed", "checkout.session.expired" ->
                    new PaymentReport.Failed();
            case "charge.refunded" ->
                    object.path("refunded").asBoolean() ? new PaymentReport.Refunded() : null;
            default -> null;
        };
    }

    private static UUID uuid(JsonNode names, String name) {
        return UUID.fromString(names.path(name).asText());
    }
}
