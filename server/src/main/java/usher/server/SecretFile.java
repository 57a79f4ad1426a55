package usher.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.server.security.Secrets;

/// The file that the secrets are in: the one that `USHER_SECRET_FILE` names, or one that an
/// embedded ledger has beside it, made at the first start for nobody else to read.
///
/// One secret a line, the one that signs first; empty lines and those that begin with `#` count for
/// nothing.
final class SecretFile {

    private static final int LENGTH_MIN = 32;
    private static final int SECRETS_MAX = 10;
    private static final int NEW_SECRET_BYTES = 32;
    private static final String ADVICE = "write what `openssl rand -base64 32` prints";

    private SecretFile() {}

    /// The secrets that Usher is set up with.
    ///
    /// @param named the file that somebody named; null: nobody did
    /// @param ledger the URL of the ledger
    /// @throws WrongSetting if there are none, or none that will do
    static Secrets open(@Nullable Path named, String ledger) {
        if (named != null) return read(named);
        if (Ledgers.isPublic(ledger)) throw missing();
        Path own = Beside.ledger(Ledgers.sqlitePath(ledger), ".secret");
        try {
            if (!Files.exists(own)) create(own);
        } catch (IOException e) {
            throw new WrongSetting(
                    "cannot write %s (%s); give this user the right to write to its folder, or set"
                                    .formatted(own, e)
                            + " USHER_SECRET_FILE");
        }
        return read(own);
    }

    /// What to say if the nodes of a shared ledger have no secret in common.
    static WrongSetting missing() {
        return new WrongSetting(
                "USHER_SECRET_FILE must be set when USHER_LEDGER is not embedded; all nodes sign"
                        + " tickets with the secret in it: "
                        + ADVICE);
    }

    private static Secrets read(Path file) {
        List<byte[]> secrets = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String secret = line.strip();
            if (secret.isEmpty() || secret.startsWith("#")) continue;
            if (secret.length() < LENGTH_MIN) {
                throw new WrongSetting(
                        "line %d of %s has fewer than %d characters; %s"
                                .formatted(number, file, LENGTH_MIN, ADVICE));
            }
            secrets.add(secret.getBytes(StandardCharsets.UTF_8));
        }
        if (secrets.isEmpty()) throw new WrongSetting(file + " has no secret in it; " + ADVICE);
        if (secrets.size() > SECRETS_MAX) {
            throw new WrongSetting(
                    "%s has more than %d secrets; take the oldest away"
                            .formatted(file, SECRETS_MAX));
        }
        return new Secrets(secrets);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new WrongSetting(
                    "cannot read the secrets in %s (%s); check USHER_SECRET_FILE, and let this"
                                    .formatted(file, e)
                            + " user read it");
        }
    }

    /// Whole or not at all: it takes its name when its content is on the disk.
    private static void create(Path file) throws IOException {
        byte[] secret = new byte[NEW_SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String text = Base64.getEncoder().encodeToString(secret) + "\n";
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(draft, options, Beside.forOwnerOnly())) {
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
