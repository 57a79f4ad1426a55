package usher.server.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import usher.ledger.Entry;
import usher.server.relay.FactMessage;

/// One connection to the broker, with one channel that confirms what it takes.
///
/// One thread publishes; what becomes of it is heard on the connection's own thread. Messages of a
/// channel reach each queue in the order in which they were published, so whatever is lost with the
/// connection is the end of what was published.
final class Link {

    private final Publishing terms;
    private final Runnable returned;
    private final Dialling dialling;
    private final Connection connection;
    private final Channel channel;

    /// What was published, by the channel's numbers, until the broker has said what became of it.
    private final ConcurrentNavigableMap<Long, Parcel> open = new ConcurrentSkipListMap<>();

    /// How often a message was sent back that is not confirmed yet, by its id. On the connection's
    /// thread.
    private final Map<String, Integer> sentBack = new HashMap<>();

    private volatile @Nullable String end;
    private volatile @Nullable String blocked;

    /// Connects, and sees to it that the exchange is there. Blocks.
    ///
    /// @param returned told of each message that no queue is bound for
    Link(Broker broker, Publishing terms, Runnable returned)
            throws IOException, TimeoutException, GeneralSecurityException {
        this.terms = terms;
        this.returned = returned;
        this.dialling = new Dialling(broker);
        this.connection = dialling.connect();
        try {
            declareExchange();
            this.channel = connection.createChannel();
            channel.confirmSelect();
        } catch (IOException | RuntimeException e) {
            dialling.breakOff();
            throw e;
        }
        channel.addConfirmListener(this::taken, this::notTaken);
        channel.addReturnListener(this::sentBack);
        connection.addBlockedListener(this::block, () -> blocked = null);
        channel.addShutdownListener(cause -> fail(Trouble.sentence(cause)));
    }

    /// Why nothing can be published now; null: it can.
    @Nullable String trouble() {
        String why = end;
        return why == null ? blocked : why;
    }

    /// Whether it is over with this connection.
    boolean isEnded() {
        return end != null;
    }

    /// Publishes what is wanted of `shipment`. Blocks for as long as the broker takes nothing.
    void publish(Shipment shipment) {
        boolean isWhole = false;
        try {
            isWhole = publishAll(shipment);
        } catch (IOException | ShutdownSignalException e) {
            fail(Trouble.sentence(e));
        }
        String trouble = trouble();
        if (trouble != null) shipment.lost(trouble);
        shipment.close(isWhole);
        if (isEnded()) loseAll(String.valueOf(end));
    }

    /// Ends it if the broker has not said for `nanosMax` what became of something.
    void check(long nanosMax) {
        long now = System.nanoTime();
        for (Parcel parcel : open.values()) {
            if (parcel.shipment().isOver()) continue;
            if (now - parcel.sentNanos() < nanosMax) return;
            fail("no confirm came within %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(nanosMax)));
            return;
        }
    }

    /// Ends it in peace.
    void close() {
        end = "this node stops";
        connection.abort(Dialling.CLOSE_MILLIS_MAX);
        loseAll("this node stops");
    }

    private boolean publishAll(Shipment shipment) throws IOException {
        List<Entry> entries = shipment.entries();
        for (int entry = 0; entry < entries.size(); entry++) {
            for (int index = 0; index < entries.get(entry).facts().size(); index++) {
                if (trouble() != null || shipment.isOver()) return false;
                FactMessage fact = FactMessage.of(entries.get(entry), index);
                if (terms.facts().contains(fact.fact().name())) publish(shipment, entry, fact);
            }
        }
        return true;
    }

    private void publish(Shipment shipment, int entry, FactMessage fact) throws IOException {
        Message message = Message.of(fact);
        shipment.publishing(entry);
        open.put(
                channel.getNextPublishSeqNo(),
                new Parcel(shipment, entry, fact.id(), message.key(), System.nanoTime()));
        channel.basicPublish(
                terms.exchange(), message.key(), true, message.properties(), message.body());
    }

    /// Who may not make an exchange can still use one that is there.
    private void declareExchange() throws IOException {
        Channel asking = connection.createChannel();
        try {
            asking.exchangeDeclarePassive(terms.exchange());
            asking.abort();
        } catch (IOException e) {
            if (!isNotFound(e)) throw e;
            Channel making = connection.createChannel();
            making.exchangeDeclare(terms.exchange(), BuiltinExchangeType.TOPIC, true);
            making.abort();
        }
    }

    private static boolean isNotFound(IOException e) {
        return e.getCause() instanceof ShutdownSignalException cause
                && cause.getReason() instanceof AMQP.Channel.Close close
                && close.getReplyCode() == AMQP.NOT_FOUND;
    }

    private void taken(long number, boolean isUpTo) {
        NavigableMap<Long, Parcel> settled = settled(number, isUpTo);
        for (Parcel parcel : settled.values()) {
            if (wasSentBack(parcel.id()) && terms.keepsUnrouted()) {
                parcel.shipment().refused(parcel.entry(), Trouble.unrouted(parcel.key()));
            } else {
                parcel.shipment().confirmed(parcel.entry());
            }
        }
        settled.clear();
    }

    private void notTaken(long number, boolean isUpTo) {
        NavigableMap<Long, Parcel> settled = settled(number, isUpTo);
        for (Parcel parcel : settled.values()) {
            parcel.shipment().refused(parcel.entry(), Trouble.notTaken(parcel.key()));
        }
        settled.clear();
    }

    private NavigableMap<Long, Parcel> settled(long number, boolean isUpTo) {
        return isUpTo ? open.headMap(number, true) : open.subMap(number, true, number, true);
    }

    /// A message comes back before it is confirmed.
    private void sentBack(Return message) {
        returned.run();
        sentBack.merge(message.getProperties().getMessageId(), 1, Integer::sum);
    }

    private boolean wasSentBack(String id) {
        if (!sentBack.containsKey(id)) return false;
        sentBack.computeIfPresent(id, (_, times) -> times == 1 ? null : times - 1);
        return true;
    }

    /// The broker takes nothing until its memory or disk has room again; what was published before
    /// will still arrive, but nobody knows when.
    private void block(String reason) {
        String sentence = "the broker takes nothing at present: " + reason;
        blocked = sentence;
        for (Parcel parcel : open.values()) parcel.shipment().lost(sentence);
    }

    private void fail(String reason) {
        if (end == null) end = reason;
        dialling.breakOff();
        loseAll(reason);
    }

    private void loseAll(String reason) {
        for (Parcel parcel : open.values()) parcel.shipment().lost(reason);
        open.clear();
    }
}
