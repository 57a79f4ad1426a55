package usher.ledger.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// Certificates in PEM files, as TLS wants them.
public final class Pem {

    private Pem() {}

    /// The certificates in `file`, as they stand there.
    public static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem);
        }
    }

    /// Who believes those that the authorities in `file` vouch for, and nobody else.
    public static TrustManager[] believing(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = noKeys();
        int number = 0;
        for (Certificate authority : certificates(file)) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /// A store in memory, empty.
    public static KeyStore noKeys() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
