package usher.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import usher.engine.Engine;
import usher.ledger.Ledger;
import usher.server.http.Clock;
import usher.server.mail.Letter;
import usher.server.mail.Mailing;
import usher.server.people.People;

/// Begins and ends the sending of mails: after the engine, and before it.
@Singleton
final class MailRoom {

    private static final int AFTER_THE_NODE = 3000;
    private static final int BEFORE_THE_NODE = 1000;

    private final Mailing mailing;

    MailRoom(Mailing mailing) {
        this.mailing = mailing;
    }

    void open(
            @Observes @Priority(AFTER_THE_NODE) StartupEvent event,
            Settings settings,
            Vertx vertx,
            Ledger ledger,
            Engine engine,
            People people,
            Letter letter,
            Clock clock) {
        mailing.start(MailSettings.read(settings), vertx, ledger, engine, people, letter, clock);
    }

    void close(@Observes @Priority(BEFORE_THE_NODE) ShutdownEvent event) {
        mailing.stop();
    }
}
