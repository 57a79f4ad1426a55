package usher.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import usher.server.mail.MailServer;
import usher.server.webhooks.Targets;

/// What an operator may set, each also as an environment variable: `usher.hold-seconds` is
/// `USHER_HOLD_SECONDS`. A value out of range stops the start.
@ConfigMapping(prefix = Settings.PREFIX)
public interface Settings {

    /// What the settings begin with as properties.
    String PREFIX = "usher";

    /// What they begin with as environment variables.
    String VARIABLE_PREFIX = "USHER_";

    /// The TCP port that everything is served on.
    @WithDefault("3000")
    @Range(min = 1, max = 65535)
    int port();

    /// The address that the port is opened on.
    @WithDefault("0.0.0.0")
    String host();

    /// The folder of the embedded ledger.
    @WithDefault("data")
    Path data();

    /// Where facts are kept.
    @WithDefault("sqlite:${usher.data}/usher.db")
    String ledger();

    /// The Redis that carries signals between the nodes of a ledger in PostgreSQL; without it, that
    /// does.
    Optional<String> redis();

    /// The RabbitMQ that facts are relayed to; without it, none are.
    Optional<String> rabbitmq();

    /// The topic exchange there that they are published to.
    @WithDefault("usher")
    String rabbitmqExchange();

    /// Which facts are relayed, by name, separated by commas; without it, all.
    Optional<String> rabbitmqFacts();

    /// What becomes of a fact that no queue is bound for.
    @WithDefault("keep")
    Unrouted rabbitmqUnrouted();

    /// Whether an answer waits for the disk.
    @WithDefault("full")
    Durability ledgerDurability();

    /// How callers are recognized.
    @WithDefault("dev")
    Authentication auth();

    /// The file whose secrets sign tickets; without it, an embedded ledger has its own beside it.
    Optional<Path> secretFile();

    /// The server that takes mails; without it, none are sent.
    Optional<String> mailHost();

    /// The port of that server.
    @WithDefault("587")
    @Range(min = 1, max = 65535)
    int mailPort();

    /// How the connection to that server is kept from others.
    @WithDefault("starttls")
    MailServer.Security mailTls();

    /// In whose name mails go out; must be set together with [#mailHost].
    Optional<String> mailFrom();

    /// What Usher is called at the mail server, if that asks.
    Optional<String> mailUser();

    /// The file with the password for the mail server in it, and nothing else.
    Optional<Path> mailPasswordFile();

    /// What problem types, links and the like begin with.
    @WithDefault("http://localhost:${usher.port}")
    String publicUrl();

    /// How many threads serve requests.
    @WithDefault("1")
    @Range(min = 1, max = 64)
    int eventLoops();

    /// How long a hold lasts in an event whose policy does not say, in seconds.
    @WithDefault("60")
    @Range(min = 1, max = 3600)
    int holdSeconds();

    /// How often a hold may be refreshed in an event whose policy does not say.
    @WithDefault("10")
    @Range(min = 0, max = 100)
    int refreshesMax();

    /// How many seats one user may hold in an event whose policy does not say; 0: no limit.
    @WithDefault("6")
    @Range(min = 0, max = 1000)
    int heldSeatsPerUser();

    /// How many seats one user may have in an event whose policy does not say; 0: no limit.
    @WithDefault("0")
    @Range(min = 0, max = 100000)
    int seatsPerUser();

    /// How long a booking may stay unpaid in an event whose policy does not say, in minutes.
    @WithDefault("5")
    @Range(min = 1, max = 60)
    int bookingMinutes();

    /// The secret key of a Stripe account, which takes the money; without it, payments are
    /// simulated.
    Optional<String> stripeKey();

    /// The secret with which Stripe signs what it sends to `/v1/webhooks/stripe`.
    Optional<String> stripeWebhookSecret();

    /// Where Stripe's API is, if it is not where its library expects it: for tests.
    Optional<String> stripeUrl();

    /// Where a buyer's browser goes when it leaves the checkout; `{bookingId}` stands for the
    /// booking.
    @WithDefault("${usher.public-url}/?booking={bookingId}")
    String checkoutReturnUrl();

    /// How often a payment that is under way is looked at whose gateway does not tell, in seconds.
    @WithDefault("20")
    @Range(min = 1, max = 3600)
    int paymentLookSeconds();

    /// How often one user may ask for something to be changed, in each second; 0: no limit.
    @WithDefault("0")
    @Range(min = 0, max = 10000)
    int rateLimitCommandsPerSecond();

    /// How often he may ask for it at once, if he did not for a while.
    @WithDefault("20")
    @Range(min = 1, max = 10000)
    int rateLimitCommandsBurst();

    /// How many times as much as one user an address may do: users behind it share that.
    @WithDefault("10")
    @Range(min = 1, max = 1000)
    int rateLimitUsersPerAddress();

    /// The networks of proxies that are believed where a request comes from, such as `10.0.0.0/8`.
    Optional<String> trustedProxies();

    /// Whom facts may be sent to by webhooks.
    @WithDefault("public")
    Targets.Rule webhookTargets();

    /// How many wrong access codes one user may try at an event within ten minutes.
    @WithDefault("10")
    @Range(min = 1, max = 10000)
    int accessCodeTries();

    /// The hold time of events made by the event-management-service dialect, in seconds; without
    /// it, [#holdSeconds].
    @WithName("max-event-seat-hold-time-in-s")
    @Range(min = 1, max = 3600)
    OptionalInt maxEventSeatHoldTimeInS();

    /// How many seats one user may hold in events made by the online-reservation-system dialect, 0:
    /// no limit; without it, [#heldSeatsPerUser].
    @Range(min = 0, max = 1000)
    OptionalInt maxHeldSeats();

    /// The hold time of events made by the online-reservation-system dialect, in seconds; without
    /// it, [#holdSeconds].
    @Range(min = 1, max = 3600)
    OptionalInt lockExpirationTime();

    /// Serves `…/floor`, an empty 204 or a body that never changes, for the bench to compare with.
    @WithDefault("false")
    @WithName("bench-floor")
    boolean benchFloor();

    /// Whether an answer waits for the disk.
    enum Durability {
        /// It does.
        FULL,
        /// It waits for the operating system only: a power cut may lose it.
        RELAXED
    }

    /// What becomes of a fact that no queue is bound for.
    enum Unrouted {
        /// It is kept until one is, and holds up those of its event that come after it.
        KEEP,
        /// It is passed over.
        DROP
    }

    /// How callers are recognized.
    enum Authentication {
        /// By whatever user id they say they have. For development, and behind a trusted gateway.
        DEV
    }
}
