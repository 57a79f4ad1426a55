package usher.server.security;

import java.util.List;

/// The keys of one purpose, one from each secret: the first signs, all verify. Thread-safe.
public final class SigningKeys {

    private final List<SigningKey> keys;

    private SigningKeys(List<SigningKey> keys) {
        this.keys = keys;
    }

    /// The keys for `purpose`, and for nothing else.
    public static SigningKeys of(Secrets secrets, String purpose) {
        return new SigningKeys(secrets.keysFor(purpose).stream().map(SigningKey::of).toList());
    }

    /// All of them, the one that signs first.
    public List<SigningKey> all() {
        return keys;
    }

    /// What the key that signs is called.
    public int currentId() {
        return keys.getFirst().id();
    }

    /// The signature of `message` by the first key.
    public byte[] sign(byte[] message) {
        return keys.getFirst().sign(message);
    }

    /// Whether `signature` of `message` was made by the key of this id.
    public boolean verifies(int id, byte[] message, byte[] signature) {
        for (SigningKey key : keys) {
            if (key.id() == id && key.verifies(message, signature)) return true;
        }
        return false;
    }
}
