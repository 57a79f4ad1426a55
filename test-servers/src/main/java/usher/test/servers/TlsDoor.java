package usher.test.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// TLS in front of a server of this machine that speaks none itself. On all addresses.
public final class TlsDoor implements AutoCloseable {

    private static final char[] NO_PASSWORD = new char[0];

    private final int serverPort;
    private final SSLServerSocket door;

    private TlsDoor(int serverPort, SSLServerSocket door) {
        this.serverPort = serverPort;
        this.door = door;
    }

    /// A door to the server at `port`, which proves itself with `keys`.
    public static TlsDoor to(int port, ServerKeys keys)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(proofs(keys).getKeyManagers(), null, null);
        SSLServerSocket socket =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
        TlsDoor door = new TlsDoor(port, socket);
        Thread.ofVirtual().start(door::accept);
        return door;
    }

    /// Where clients find it.
    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            } catch (IOException e) {
                // It was closed, or this one client has gone.
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One end is gone, and soon the other.
        }
    }

    private static KeyManagerFactory proofs(ServerKeys keys)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("door", key(keys), NO_PASSWORD, new Certificate[] {certificate(keys)});
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory;
    }

    private static PrivateKey key(ServerKeys keys) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(keys.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        return KeyFactory.getInstance("EC").generatePrivate(spec);
    }

    private static Certificate certificate(ServerKeys keys)
            throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(keys.certificate())) {
            return CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }
}
