package usher.server.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// What nobody but Usher knows: keys for every purpose are derived from it.
///
/// The first secret is the one in use; what was made with the others is still recognized.
public final class Secrets {

    private static final int KEY_BYTES = 32;

    private final List<byte[]> secrets;

    /// @param secrets at least one, the one in use first
    public Secrets(List<byte[]> secrets) {
        if (secrets.isEmpty()) throw new IllegalArgumentException("no secret");
        this.secrets = List.copyOf(secrets);
    }

    /// A key of 32 bytes from each secret, in their order, for this purpose alone: HKDF with
    /// SHA-256
    /// ([RFC 5869](https://www.rfc-editor.org/rfc/rfc5869)), no salt, the purpose as info.
    public List<byte[]> keysFor(String purpose) {
        return secrets.stream().map(secret -> derive(secret, purpose)).toList();
    }

    private static byte[] derive(byte[] secret, String purpose) {
        try {
            HKDFParameterSpec how =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(how);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF", e);
        }
    }
}
