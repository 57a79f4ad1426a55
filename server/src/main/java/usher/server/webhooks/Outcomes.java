package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import usher.server.http.Clock;
import usher.server.http.Problem;

/// Writes down what became of messages. Thread-safe.
@Singleton
class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final DeliveryLog log;
    private final FailedDeliveries failed;
    private final Endpoints endpoints;
    private final DeliveryCounts counts;
    private final Clock clock;

    Outcomes(
            DeliveryLog log,
            FailedDeliveries failed,
            Endpoints endpoints,
            DeliveryCounts counts,
            Clock clock) {
        this.log = log;
        this.failed = failed;
        this.endpoints = endpoints;
        this.counts = counts;
        this.clock = clock;
    }

    /// The endpoint took it.
    Delivery delivered(Sent sent) {
        return add(sent, Delivery.Status.DELIVERED);
    }

    /// It will be sent again.
    void waits(Sent sent) {
        Delivery _ = add(sent, Delivery.Status.WAITING);
    }

    /// It is not sent again by itself. Blocks; when this returns, that is durable.
    ///
    /// @return false: there is no room for it, so it has to be sent again
    boolean setAside(Sent sent) {
        if (failed.isFull(sent.endpoint().id())) return false;
        Delivery delivery = sent.delivery(Delivery.Status.FAILED, clock.nowMillis());
        if (!failed.put(sent.endpoint().id(), delivery)) return false;
        log.add(sent.endpoint().id(), delivery);
        counts.setAside();
        LOG.warnf(
                "webhook endpoint %s never took %s, which is set aside: %s",
                sent.endpoint().id(), delivery.id(), sent.reply().reason());
        return true;
    }

    /// The endpoint wants nothing any more. What was changed since it was `asked` stays as it is:
    /// nobody knows what it would answer now. Blocks.
    void gone(KeptEndpoint asked) {
        UUID id = asked.endpoint().id();
        try {
            KeptEndpoint _ =
                    endpoints.change(
                            id,
                            revision -> revision == asked.revision(),
                            now -> now.disabled("It answered 410 Gone."));
            LOG.warnf("webhook endpoint %s answered 410 and is disabled", id);
        } catch (Problem changed) {
            LOG.debugf("webhook endpoint %s answered 410 before it was changed", id);
        }
    }

    /// What came of a delivery that somebody had sent again. Blocks.
    Delivery sentAgain(Sent sent) {
        boolean isTaken = sent.reply().verdict() == Verdict.ACCEPTED;
        boolean hasFailed = failed.find(sent.endpoint().id(), sent.message().id()) != null;
        if (isTaken) {
            Delivery delivery = delivered(sent);
            if (hasFailed) failed.forget(sent.endpoint().id(), delivery.id());
            return delivery;
        }
        Delivery delivery = sent.delivery(Delivery.Status.FAILED, clock.nowMillis());
        if (hasFailed) failed.put(sent.endpoint().id(), delivery);
        return delivery;
    }

    private Delivery add(Sent sent, Delivery.Status status) {
        Delivery delivery = sent.delivery(status, clock.nowMillis());
        log.add(sent.endpoint().id(), delivery);
        return delivery;
    }
}
