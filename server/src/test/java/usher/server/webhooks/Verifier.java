package usher.server.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Verifies messages as the specification of Standard Webhooks says, and knows nothing else of
/// Usher.
public final class Verifier {

    private static final long TOLERANCE_SECONDS = 300;

    private final byte[] key;

    /// @param secret as an organizer is shown it
    public Verifier(String secret) {
        if (!secret.startsWith("whsec_")) throw new AssertionError(secret);
        key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    /// Whether this came from somebody who knows the secret, just now.
    public boolean verifies(Receiver.Got got) {
        long seconds = Long.parseLong(got.header("webhook-timestamp"));
        long age = Math.abs(System.currentTimeMillis() / 1000 - seconds);
        String signed = got.id() + "." + seconds + "." + got.body();
        byte[] expected =
                ("v1," + Base64.getEncoder().encodeToString(mac(signed)))
                        .getBytes(StandardCharsets.UTF_8);
        boolean isSigned = false;
        for (String signature : got.header("webhook-signature").split(" ", -1)) {
            isSigned |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return isSigned && age <= TOLERANCE_SECONDS;
    }

    private byte[] mac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
