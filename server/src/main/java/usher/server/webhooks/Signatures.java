package usher.server.webhooks;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as [Standard Webhooks](https://www.standardwebhooks.com) says.
final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /// The header of what is `signed` with each of `keys`: whoever knows one of them can verify it.
    static String header(byte[] signed, List<byte[]> keys) {
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(mac(signed, key)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(byte[] signed, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
