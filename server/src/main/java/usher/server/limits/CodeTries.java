package usher.server.limits;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.Refusal;
import usher.domain.access.CodeHash;
import usher.engine.Result;
import usher.server.Settings;
import usher.server.http.Problem;
import usher.server.security.Caller;

/// How many wrong access codes somebody may still try at an event: nobody should find one by
/// trying.
///
/// A try is taken before the code is looked at and given back unless it was wrong, so asking for
/// many at once gains nothing. Thread-safe.
@Singleton
public final class CodeTries {

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final String DETAIL = "Too many wrong access codes: try again later.";

    private final CallerLimit limit;
    private final ClientAddresses addresses;

    CodeTries(Settings settings, CallerLimits limits, ClientAddresses addresses) {
        Rate rate = Rate.within(PERIOD, settings.accessCodeTries());
        this.limit = limits.limit("access-codes", rate, DETAIL);
        this.addresses = addresses;
    }

    /// Takes a try for `code`, null being none, from whoever asks for places of `event`; the result
    /// of that ends the try.
    ///
    /// @throws Problem if he has none left
    public Consumer<Result> begin(
            @Nullable CodeHash code, EventId event, Caller caller, RoutingContext context) {
        if (code == null) return CodeTries::nothingWasTried;
        String user = event.value() + "/" + caller.user().value();
        String address = event.value() + "/" + addresses.networkOf(context);
        CallerLimit.Turn turn = limit.begin(user, address);
        return result -> {
            if (isWrongCode(result)) turn.count();
            else turn.forget();
        };
    }

    private static void nothingWasTried(Result result) {}

    private static boolean isWrongCode(Result result) {
        return result instanceof Result.Refused refused
                && refused.refusal() == Refusal.WRONG_ACCESS_CODE;
    }
}
