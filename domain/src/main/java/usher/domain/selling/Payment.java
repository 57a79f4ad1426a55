package usher.domain.selling;

import java.util.UUID;

/// The payment of a booking, of all that it costs. Immutable.
///
/// A booking has one: who fails to pay books anew.
///
/// @param id made by the node that began it; the gateway knows it, too
/// @param provider who takes the money, such as `simulated`: 1 to 20 printable ASCII characters
/// @param reference what the gateway calls it; empty: it was not opened there, as far as is known
/// @param checkoutUrl where its user pays; empty: nowhere
/// @param dueMillis when the gateway is asked about it at the latest, by whatever node, in
///     milliseconds since 1970; [Long#MAX_VALUE]: there is nothing to ask
public record Payment(
        UUID id,
        PaymentStatus status,
        String provider,
        String reference,
        String checkoutUrl,
        long dueMillis) {

    /// The provider that takes nobody's money, and ends as it is told at once.
    public static final String SIMULATED = "simulated";

    /// How much longer the places of a booking are kept if its time is over and a payment is under
    /// way: what the gateway says meanwhile decides.
    public static final long SETTLING_MILLIS = 60_000;

    /// The node that wrote down what is to be asked asks at once; any other after this.
    static final long TAKEOVER_MILLIS = 15_000;

    private static final long NEVER = Long.MAX_VALUE;

    /// One about which there is nothing to ask.
    public Payment(UUID id, PaymentStatus status, String provider) {
        this(id, status, provider, "", "", NEVER);
    }

    /// One that is to be opened at the gateway.
    static Payment started(UUID id, String provider, long atMillis) {
        long due = atMillis + TAKEOVER_MILLIS;
        return new Payment(id, PaymentStatus.PENDING, provider, "", "", due);
    }

    /// Whether somebody else has the money, who is asked and answers when he likes.
    boolean isAtGateway() {
        return !provider.equals(SIMULATED);
    }

    /// Whether the gateway has to be asked about it.
    public boolean isUnsettled() {
        return status == PaymentStatus.PENDING || status == PaymentStatus.REFUNDING;
    }

    /// Whether it would be news that it ended as `end`. Money may come after all where none came.
    boolean canEndAs(PaymentStatus end) {
        return switch (end) {
            case SUCCEEDED -> status == PaymentStatus.PENDING || status == PaymentStatus.FAILED;
            case FAILED -> status == PaymentStatus.PENDING;
            case REFUNDED -> status == PaymentStatus.REFUNDING;
            case PENDING, REFUNDING -> false;
        };
    }

    /// Whether the gateway knows it, as far as is known here.
    public boolean isOpened() {
        return !reference.isEmpty();
    }

    /// Whether the money went back, or is on its way.
    boolean isGivenBack() {
        return status == PaymentStatus.REFUNDING || status == PaymentStatus.REFUNDED;
    }

    Payment opened(String newReference, String newUrl, long newDueMillis) {
        return new Payment(id, status, provider, newReference, newUrl, newDueMillis);
    }

    Payment settled(PaymentStatus end) {
        return new Payment(id, end, provider, reference, checkoutUrl, NEVER);
    }

    /// Its booking ended at `atMillis`: what was paid goes back, and what is under way is stopped.
    Payment calledOff(long atMillis) {
        long due = atMillis + TAKEOVER_MILLIS;
        return switch (status) {
            case SUCCEEDED ->
                    isAtGateway()
                            ? with(PaymentStatus.REFUNDING, due)
                            : settled(PaymentStatus.REFUNDED);
            case PENDING -> with(PaymentStatus.PENDING, due);
            case FAILED, REFUNDING, REFUNDED -> this;
        };
    }

    private Payment with(PaymentStatus next, long newDueMillis) {
        return new Payment(id, next, provider, reference, checkoutUrl, newDueMillis);
    }
}
