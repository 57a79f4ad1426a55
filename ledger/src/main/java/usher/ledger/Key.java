package usher.ledger;

/// A word under which an append files its stream, such as `user:…` or `booking:…`.
///
/// @param value 1 to 100 printable ASCII characters without space, `"` and `\`
public record Key(String value) {

    private static final int LENGTH_MAX = 100;

    public Key {
        if (value.isEmpty() || value.length() > LENGTH_MAX || !isPlain(value)) {
            throw new IllegalArgumentException("not a key: " + value);
        }
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == '\\') return false;
        }
        return true;
    }
}
