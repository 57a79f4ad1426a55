package usher.ledger.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// A script that a server runs without anything in between.
final class Script {

    /// Appends entries.
    static final Script APPEND = load("append.lua");

    /// Keeps a snapshot.
    static final Script SNAPSHOT = load("snapshot.lua");

    /// Adds to tallies.
    static final Script TALLY = load("tally.lua");

    /// Writes and removes notes.
    static final Script NOTES = load("notes.lua");

    private final byte[] text;
    private final byte[] digest;

    private Script(byte[] text, byte[] digest) {
        this.text = text;
        this.digest = digest;
    }

    /// The whole of it.
    byte[] text() {
        return text;
    }

    /// What a server that has it calls it.
    byte[] digest() {
        return digest;
    }

    private static Script load(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name)) {
            byte[] text = Objects.requireNonNull(file, name).readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text);
            return new Script(text, Keyspace.bytes(HexFormat.of().formatHex(digest)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK knows SHA-1", e);
        }
    }
}
