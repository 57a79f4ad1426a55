package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.OpenApi;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

@QuarkusTest
final class CallerTest {

    private static final String TOKEN_OF_THE_DOCUMENT =
            "NmU4NTllMjgtODZjMy00ZWI5LTk2NzQtZjQ4YWM4OWNjMWM1";

    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer   "})
    void the_token_of_the_document_is_its_user(String scheme) {
        Visitor visitor = Visitor.nobody().with("Authorization", scheme + TOKEN_OF_THE_DOCUMENT);
        Reply hold = visitor.post(Sale.of(1).seat(1, "hold")).is(200);
        assertEquals("6e859e28-86c3-4eb9-9674-f48ac89cc1c5", hold.text("userId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer no-base64!",
                "Bearer 6e859e28-86c3-4eb9-9674-f48ac89cc1c5",
                "Bearer bm90IGEgdXVpZA==",
                "Basic NmU4NTllMjgtODZjMy00ZWI5LTk2NzQtZjQ4YWM4OWNjMWM1",
                "NmU4NTllMjgtODZjMy00ZWI5LTk2NzQtZjQ4YWM4OWNjMWM1"
            })
    void whoever_cannot_be_recognized_is_not_served(String header) {
        Sale sale = Sale.of(1);
        Visitor visitor = Visitor.nobody().with("Authorization", header);
        refusedEverywhere(visitor, sale);
        sale.seatIs(1, "available");
    }

    @Test
    void whoever_says_nothing_is_not_served() {
        refusedEverywhere(Visitor.nobody(), Sale.of(1));
    }

    @Test
    void a_token_of_megabytes_is_not_read() {
        Visitor visitor = Visitor.nobody().with("Authorization", "Bearer " + "A".repeat(12_000));
        visitor.post(Sale.of(1).seat(1, "hold")).isProblem(401, "unauthorized");
    }

    /// Tries every operation that the document says is for known callers.
    private static void refusedEverywhere(Visitor visitor, Sale sale) {
        Visitor asking = visitor.with("Content-Type", "application/json");
        int tried = 0;
        for (String path : OpenApi.paths()) {
            for (String method : OpenApi.methods(path)) {
                if (!OpenApi.operation(path, method).has("security")) continue;
                if (!path.startsWith("/v1/")) continue;
                String address =
                        path.replace("{eventId}", sale.id())
                                .replace("{seatId}", sale.seatId(1))
                                .replace("{bookingId}", sale.seatId(1))
                                .replace("{endpointId}", sale.seatId(1))
                                .replace("{deliveryId}", sale.seatId(1) + "-1")
                                .replace("{userId}", Visitor.ANN.toString());
                Reply reply = asking.send(method, address, EMPTY_OBJECT);
                reply.isProblem(401, "unauthorized");
                assertEquals("Bearer", reply.header("WWW-Authenticate"));
                tried++;
            }
        }
        assertTrue(tried >= 8, "operations tried: " + tried);
    }
}
