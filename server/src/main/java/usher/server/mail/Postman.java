package usher.server.mail;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingStatus;
import usher.engine.Engine;
import usher.engine.Reading;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;
import usher.server.http.BookingFinder.Found;
import usher.server.people.OwedMail;
import usher.server.people.OwedMail.Told;
import usher.server.people.People;

/// Tells people what became of their bookings: when somebody says that one changed, and otherwise
/// when it is due to be looked at again.
///
/// A mail is claimed before it is sent, so of many nodes one sends it; a node that dies with it
/// leaves it to the others after five minutes. What cannot be sent is tried again after 30
/// seconds, then after twice as long each time, up to an hour, for three days.
final class Postman implements Runnable {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private static final long CLAIM_MILLIS = TimeUnit.MINUTES.toMillis(5);
    private static final long RETRY_MILLIS = TimeUnit.SECONDS.toMillis(30);
    private static final long RETRY_MILLIS_MAX = TimeUnit.HOURS.toMillis(1);

    /// Three days, at an hour each but for the first.
    private static final int TRIES_MAX = 79;

    /// Nobody gets his tickets later than this after he booked: that no mail went out until then
    /// has
    /// a reason, such as that there was no mail server.
    private static final long LATE_MILLIS = TimeUnit.DAYS.toMillis(3);

    private static final long ROUND_MILLIS = 2_000;
    private static final long LOOK_SECONDS_MAX = 30;
    private static final int MAILS_PER_ROUND_MAX = 50;
    private static final int CHANGES_WAITING_MAX = 10_000;

    /// A booking that changed; null: every one of the event.
    private record Change(EventId event, @Nullable BookingId booking) {}

    private final Engine engine;
    private final People people;
    private final Letter letter;
    private final Post post;
    private final LongSupplier clock;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>(CHANGES_WAITING_MAX);
    private final Thread thread;
    private volatile boolean isStopping;

    Postman(Engine engine, People people, Letter letter, Post post, LongSupplier clock) {
        this.engine = engine;
        this.people = people;
        this.letter = letter;
        this.post = post;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("usher-mail").daemon().unstarted(this);
    }

    /// Begins.
    ///
    /// @param isAlone whether there are no other nodes: what is claimed is nobody's then
    void start(boolean isAlone) {
        long now = clock.getAsLong();
        if (isAlone) people.takeOver(now, now + CLAIM_MILLIS);
        thread.start();
    }

    /// A booking changed: whoever is to be told of it is told soon. Any thread; never waits. If too
    /// many change at once, some are told when they are due.
    void changed(EventId event, BookingId booking) {
        boolean _ = changes.offer(new Change(event, booking));
    }

    /// An event was called off, and all its bookings with it. Any thread; never waits.
    void calledOff(EventId event) {
        boolean _ = changes.offer(new Change(event, null));
    }

    /// Finishes the mail that is on its way, and sends no more.
    void stop() {
        isStopping = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        post.close();
    }

    @Override
    public void run() {
        while (!isStopping) {
            try {
                round();
            } catch (InterruptedException e) {
                return;
            } catch (LedgerException trouble) {
                LOG.warn("mails wait: " + trouble.getMessage());
            } catch (RuntimeException mistake) {
                LOG.error("mails wait, because of a mistake", mistake);
            }
        }
    }

    private void round() throws InterruptedException {
        Change change = changes.poll(ROUND_MILLIS, TimeUnit.MILLISECONDS);
        long now = clock.getAsLong();
        if (change == null) {
            for (OwedMail mail : people.due(now, MAILS_PER_ROUND_MAX)) look(mail);
        } else if (change.booking() == null) {
            people.hasten(change.event(), now);
        } else {
            for (OwedMail mail : people.owed(change.event(), change.booking())) look(mail);
        }
    }

    /// Looks how the booking stands, and does what follows for `mail`.
    private void look(OwedMail mail) throws InterruptedException {
        if (isStopping || !people.claim(mail, clock.getAsLong() + CLAIM_MILLIS)) return;
        Optional<Found> found = find(mail);
        if (found.isEmpty()) {
            putOffOrGiveUp(mail, "its booking cannot be seen");
            return;
        }
        if (isTooLate(mail)) {
            giveUp(mail, "it is too late for it");
            return;
        }
        BookingStatus status = found.get().booking().at(clock.getAsLong()).status();
        @Nullable Occasion occasion = Occasion.of(status, mail.told());
        if (occasion != null) tell(mail, occasion, found.get());
        else wait(mail, found.get(), status);
    }

    private void tell(OwedMail mail, Occasion occasion, Found booking) {
        try {
            post.send(letter.about(occasion, booking, mail.contact()));
        } catch (Post.Undelivered trouble) {
            if (trouble.isForGood()) giveUp(mail, trouble.getMessage());
            else putOffOrGiveUp(mail, trouble.getMessage());
            return;
        }
        if (occasion == Occasion.CONFIRMED) {
            people.putOff(mail, Told.CONFIRMED, 0, clock.getAsLong() + Vigil.WATCH_MILLIS_MIN);
        } else {
            people.settle(mail);
        }
    }

    /// There is nothing to tell, or not yet.
    private void wait(OwedMail mail, Found found, BookingStatus status) {
        long now = clock.getAsLong();
        Vigil vigil = new Vigil(status, mail.contact().sinceMillis(), found.now().startsAt());
        OptionalLong next = vigil.next(now);
        if (next.isPresent()) people.putOff(mail, mail.told(), 0, next.getAsLong());
        else people.settle(mail);
    }

    private void putOffOrGiveUp(OwedMail mail, @Nullable String reason) {
        if (mail.tries() >= TRIES_MAX) {
            giveUp(mail, reason);
            return;
        }
        LOG.infof("a mail of booking %s waits: %s", mail.contact().booking(), reason);
        long pause = Math.min(RETRY_MILLIS_MAX, RETRY_MILLIS << Math.min(mail.tries(), 20));
        people.putOff(mail, mail.told(), mail.tries() + 1, clock.getAsLong() + pause);
    }

    private boolean isTooLate(OwedMail mail) {
        long age = clock.getAsLong() - mail.contact().sinceMillis();
        return mail.told() == Told.NOTHING && age > LATE_MILLIS;
    }

    private void giveUp(OwedMail mail, @Nullable String reason) {
        LOG.warnf("no mail goes out for booking %s: %s", mail.contact().booking(), reason);
        people.settle(mail);
    }

    private Optional<Found> find(OwedMail mail) throws InterruptedException {
        CompletableFuture<Optional<Found>> seen = new CompletableFuture<>();
        engine.read(
                StreamId.of(mail.contact().event()),
                Reading.of(
                        state -> Found.in((BoxOffice) state, mail.contact().booking()),
                        seen::complete,
                        _ -> seen.complete(Optional.empty())));
        try {
            return seen.get(LOOK_SECONDS_MAX, TimeUnit.SECONDS)
                    .filter(found -> found.booking().user().equals(mail.contact().user()));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
