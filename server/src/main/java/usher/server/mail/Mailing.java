package usher.server.mail;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.event.EventStatus;
import usher.domain.event.StatusChanged;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.engine.Engine;
import usher.engine.EngineObserver;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.server.http.Clock;
import usher.server.people.People;

/// Whether mails are sent, and what the postman hears of the bookings: what this node sees happen.
/// What it does not see, he finds when it is due.
@Singleton
public final class Mailing implements EngineObserver {

    private static final Logger LOG = Logger.getLogger(Mailing.class);

    private @Nullable Postman postman;

    Mailing() {}

    /// Begins to send mails to `server`, if there is one.
    public void start(
            Optional<MailServer> server,
            Vertx vertx,
            Ledger ledger,
            Engine engine,
            People people,
            Letter letter,
            Clock clock) {
        if (server.isEmpty()) {
            LOG.info("no mails are sent: USHER_MAIL_HOST is not set");
            return;
        }
        LOG.infof("mails go out by %s", server.get());
        Post post = new Post(vertx, server.get());
        Postman hired = new Postman(engine, people, letter, post, clock::nowMillis);
        postman = hired;
        hired.start(!ledger.isShared());
    }

    /// Sends no more.
    public void stop() {
        Postman hired = postman;
        if (hired != null) hired.stop();
    }

    @Override
    public void appended(Entry entry) {
        Postman hired = postman;
        if (hired == null || entry.stream().isCatalog()) return;
        for (Fact fact : entry.facts()) tell(hired, entry.stream().event(), fact);
    }

    private static void tell(Postman postman, EventId event, Fact fact) {
        switch (fact) {
            case BookingConfirmed f -> postman.changed(event, f.booking());
            case BookingEnded f -> postman.changed(event, f.booking());
            case StatusChanged f -> {
                if (f.status() == EventStatus.CANCELLED) postman.calledOff(event);
            }
            default -> {}
        }
    }
}
