package usher.domain.plan;

/// An amount of one currency in its minor units, such as cents.
///
/// @param amount 0 to 1,000,000,000,000,000: any reader of JSON counts that far exactly
/// @param currency three capital letters of
///     [ISO 4217](https://www.iso.org/iso-4217-currency-codes.html)
public record Money(long amount, String currency) {

    public static final long AMOUNT_MAX = 1_000_000_000_000_000L;

    /// No amount of no currency, which ISO 4217 calls XXX: a price that nobody has set yet.
    public static final Money UNSET = new Money(0, "XXX");

    public Money {
        if (amount < 0 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("amount must be 0 to 1000000000000000: " + amount);
        }
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("currency must be three capital letters");
        }
    }

    /// Both together.
    ///
    /// @throws IllegalArgumentException if they are of two currencies, or too much
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency);
        }
        return new Money(amount + other.amount, currency);
    }

    /// Whether it is nothing to pay.
    public boolean isNothing() {
        return amount == 0;
    }

    private static boolean isCurrency(String text) {
        if (text.length() != 3) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 'A' || c > 'Z') return false;
        }
        return true;
    }
}
