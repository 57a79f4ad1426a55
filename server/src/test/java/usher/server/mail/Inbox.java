package usher.server.mail;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What arrived for one address. In files: the mail server and the test may not share their
/// classes.
public final class Inbox {

    private static final Path ROOT = Path.of("target", "test-mail");
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private int read;

    private Inbox(Path folder) {
        this.folder = folder;
    }

    /// The mails for `address`.
    public static Inbox of(String address) {
        return new Inbox(ROOT.resolve(address));
    }

    /// How many have arrived.
    public int count() {
        return count(".eml");
    }

    /// How often the server took none.
    public int timesTurnedAway() {
        return count(".none");
    }

    /// Waits for the next mail.
    public Mail next() {
        await(() -> count() > read);
        Mail mail = Mail.read(folder.resolve(read + ".eml"));
        read++;
        return mail;
    }

    /// Does `meanwhile` again and again until a mail has arrived.
    public void await(Runnable meanwhile) {
        await(
                () -> {
                    meanwhile.run();
                    return count() > 0;
                });
    }

    /// Waits until the server has taken none.
    public void awaitTurnedAway() {
        await(() -> timesTurnedAway() > 0);
    }

    String turnAway(String reply) {
        write(timesTurnedAway() + ".none", new byte[0]);
        return reply;
    }

    void put(byte[] mail) {
        write(count() + ".eml", mail);
    }

    private void write(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.write(folder.resolve("draft"), content);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int count(String ending) {
        int count = 0;
        while (Files.exists(folder.resolve(count + ending))) count++;
        return count;
    }

    private static void await(BooleanSupplier isSo) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "no mail");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
