package usher.ledger;

/// A word under which an append files its stream, such as `user:…` or `booking:…`.
///
/// @param value 1 to 100 printable ASCII characters without `"` and `\`
public record Key(String value) {

    public Key {
        if (value.isEmpty() || value.length() > 100) {
            throw new IllegalArgumentException("a key has 1 to 100 characters: " + value);
        }
    }
}
