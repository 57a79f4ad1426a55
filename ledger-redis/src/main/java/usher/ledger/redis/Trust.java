package usher.ledger.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;
import usher.ledger.shared.Pem;

/// Whom a node believes over TLS, and how it proves itself: certificates and a key in PEM files.
///
/// Without any, it believes those that the JVM trusts, and proves nothing.
final class Trust {

    private static final char[] NO_PASSWORD = new char[0];

    private @Nullable Path authorities;
    private @Nullable Path certificate;
    private @Nullable Path key;

    Trust() {}

    /// Certificates that whoever is at the other end must be vouched for by.
    void believe(Path file) {
        authorities = file;
    }

    /// This node's own certificate, and those between it and an authority.
    void show(Path file) {
        certificate = file;
    }

    /// The key to this node's certificate, `BEGIN PRIVATE KEY`.
    void proveBy(Path file) {
        key = file;
    }

    boolean isSet() {
        return authorities != null || certificate != null || key != null;
    }

    /// @throws LedgerException if a file is not what it should be
    SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(proofs(), believed(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new LedgerException(
                    "the certificates or the key of a rediss:// URL cannot be used: " + e, e);
        }
    }

    /// The certificate at the other end must be for the host that was asked for.
    static SSLParameters namesMatter() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    private TrustManager @Nullable [] believed() throws GeneralSecurityException, IOException {
        Path file = authorities;
        return file == null ? null : Pem.believing(file);
    }

    private KeyManager @Nullable [] proofs() throws GeneralSecurityException, IOException {
        Path shown = certificate;
        Path secret = key;
        if (shown == null && secret == null) return null;
        if (shown == null || secret == null) {
            throw new IllegalArgumentException("sslcert and sslkey belong together");
        }
        KeyStore store = Pem.noKeys();
        Certificate[] chain = Pem.certificates(shown).toArray(Certificate[]::new);
        store.setKeyEntry("node", privateKey(secret), NO_PASSWORD, chain);
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static PrivateKey privateKey(Path file) throws GeneralSecurityException, IOException {
        String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // Then it is of another kind.
            }
        }
        throw new IllegalArgumentException(file + " is no private key in PKCS #8");
    }
}
