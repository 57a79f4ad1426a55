package usher.bench.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usher.bench.server.Api;

class MannersTest {

    @Test
    void a_service_that_behaves_may_compete() throws Exception {
        try (FlawedService service = FlawedService.start(null)) {
            assertEquals(List.of(), Manners.breachesOf(new Api(service.port())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_flaw_is_found(FlawedService.Flaw flaw) throws Exception {
        try (FlawedService service = FlawedService.start(flaw)) {
            List<String> breaches = Manners.breachesOf(new Api(service.port()), 1);
            assertFalse(breaches.isEmpty(), flaw::name);
        }
    }
}
