package usher.server.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.Refusal;
import usher.domain.access.CodeHash;
import usher.engine.Result;
import usher.server.Settings;
import usher.server.http.Clock;
import usher.server.http.Problem;

/// How many wrong access codes somebody may still try at an event: nobody should find one by
/// trying.
///
/// Counted for each user, and for each address with ten times as many, since many may share one. A
/// try is taken before the code is looked at and given back unless it was wrong, so asking for many
/// at once gains nothing. What is counted is bounded and this node's own; whoever tried longest ago
/// is forgotten first. Thread-safe.
@Singleton
public final class CodeTries {

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int USERS_PER_ADDRESS = 10;
    private static final int BUCKETS_MAX = 20_000;
    private static final int NETWORK_BYTES_OF_IPV6 = 8;

    /// Who tries where: a user's id, or an address.
    private record Trier(EventId event, Object who) {}

    private final int triesMax;
    private final TimeMeter time;
    private final Map<Trier, Bucket> buckets = new Buckets();

    CodeTries(Settings settings, Clock clock) {
        this.triesMax = settings.accessCodeTries();
        this.time = new LedgerTime(clock);
    }

    /// Takes a try for `code`, null being none, from whoever asks for places of `event`; the result
    /// of that ends the try.
    ///
    /// @throws Problem if he has none left
    public Consumer<Result> begin(
            @Nullable CodeHash code, EventId event, Caller caller, RoutingContext context) {
        if (code == null) return CodeTries::nothingWasTried;
        Bucket user = bucket(new Trier(event, caller.user()), triesMax);
        Bucket address = bucket(new Trier(event, network(context)), triesMax * USERS_PER_ADDRESS);
        take(user);
        try {
            take(address);
        } catch (Problem none) {
            user.addTokens(1);
            throw none;
        }
        return result -> {
            if (isWrongCode(result)) return;
            user.addTokens(1);
            address.addTokens(1);
        };
    }

    private synchronized Bucket bucket(Trier trier, int tries) {
        return buckets.computeIfAbsent(
                trier,
                _ ->
                        Bucket.builder()
                                .addLimit(
                                        limit -> limit.capacity(tries).refillGreedy(tries, PERIOD))
                                .withCustomTimePrecision(time)
                                .build());
    }

    private static void nothingWasTried(Result result) {}

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return;
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
        throw Problem.rateLimited("Too many wrong access codes: try again later.", seconds);
    }

    private static boolean isWrongCode(Result result) {
        return result instanceof Result.Refused refused
                && refused.refusal() == Refusal.WRONG_ACCESS_CODE;
    }

    /// The address of the caller; of version 6, the network that a household has to itself.
    private static String network(RoutingContext context) {
        String host = context.request().remoteAddress().hostAddress();
        if (host.indexOf(':') < 0) return host;
        byte[] address = InetAddress.ofLiteral(host).getAddress();
        return Arrays.toString(Arrays.copyOf(address, NETWORK_BYTES_OF_IPV6));
    }

    /// Those used last.
    private static final class Buckets extends LinkedHashMap<Trier, Bucket> {

        private static final long serialVersionUID = 1L;

        private Buckets() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Trier, Bucket> eldest) {
            return size() > BUCKETS_MAX;
        }
    }

    /// The time by which tries come back.
    private record LedgerTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.nowMillis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
