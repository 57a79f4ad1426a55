package usher.server.people;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import usher.domain.Answer;
import usher.domain.selling.Booking;
import usher.engine.Result;
import usher.ledger.LedgerException;
import usher.server.http.Exchange;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.http.SpareThreads;

/// Where requests leave and look up what is known of people: beside the event loops, and everything
/// that waits to be kept in one write. Thread-safe.
@Singleton
public final class PeopleDesk {

    private static final int WISHES_MAX = 10_000;
    private static final int TASKS_WAITING_MAX = 1_000;
    private static final int CONTACTS_PER_WRITE_MAX = 500;

    /// Somebody who waits until his contact is kept.
    private record Wish(Contact contact, Exchange exchange, Consumer<Consumer<Result>> then) {}

    private final People people;
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>(WISHES_MAX);
    private final ExecutorService thread =
            SpareThreads.of("usher-people-", 1, WISHES_MAX + TASKS_WAITING_MAX);

    PeopleDesk(People people) {
        this.people = people;
    }

    /// Insists that what is known of people is kept at all.
    ///
    /// @throws Problem if it is not
    private void requireKept() {
        if (people.areKept()) return;
        throw Problem.field("contact", "cannot be kept beside this ledger: leave it out");
    }

    /// Keeps `contact`, and goes on with `then` on the event loop when it is on the disk. What
    /// `then`
    /// gets is to be told how the booking ended, and forgets the contact if that was not made.
    /// Fails
    /// `exchange` if it cannot be kept.
    public void keep(Contact contact, Exchange exchange, Consumer<Consumer<Result>> then) {
        requireKept();
        if (wishes.offer(new Wish(contact, exchange, then))) {
            thread.execute(this::keepThoseThatWait);
        } else {
            exchange.fail(new Problem(ProblemType.OVERLOADED, "Try again in a second."));
        }
    }

    /// Forgets `contact` soon: its booking was not made. If that fails, nothing is lost but room.
    private void forget(Contact contact) {
        try {
            thread.execute(() -> people.forget(contact));
        } catch (RejectedExecutionException tooMany) {
            // A contact without a booking is never used.
        }
    }

    /// Does `work` soon. Whoever does it completes `exchange`; what it throws is the answer.
    public void run(Exchange exchange, Runnable work) {
        SpareThreads.run(thread, exchange, work);
    }

    private void keepThoseThatWait() {
        List<Wish> batch = new ArrayList<>();
        wishes.drainTo(batch, CONTACTS_PER_WRITE_MAX);
        if (batch.isEmpty()) return;
        try {
            List<Boolean> areNew = people.keep(batch.stream().map(Wish::contact).toList());
            for (int i = 0; i < batch.size(); i++) {
                Wish wish = batch.get(i);
                boolean isNew = areNew.get(i);
                Consumer<Result> ended = result -> forgetUnlessMade(wish.contact(), isNew, result);
                wish.exchange().goOn(() -> wish.then().accept(ended));
            }
        } catch (LedgerException trouble) {
            Problem problem = new Problem(ProblemType.UNAVAILABLE, "Try again in a moment.");
            batch.forEach(wish -> wish.exchange().fail(problem));
        }
    }

    /// A booking whose outcome is unknown may have been made.
    private void forgetUnlessMade(Contact contact, boolean isNew, Result result) {
        boolean mayBeMade =
                switch (result) {
                    case Result.Done(Answer.Booked(_, Booking booking)) ->
                            booking.id().equals(contact.booking());
                    case Result.Unavailable(_, boolean outcomeUnknown) -> outcomeUnknown;
                    default -> false;
                };
        if (isNew && !mayBeMade) forget(contact);
    }

    @PreDestroy
    void close() {
        thread.shutdown();
    }
}
