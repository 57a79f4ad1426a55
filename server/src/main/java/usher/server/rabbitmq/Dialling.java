package usher.server.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.SocketConfigurator;
import com.rabbitmq.client.SocketConfigurators;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import usher.ledger.shared.Pem;

/// One attempt to connect to a broker, and a way to break what came of it off. Used by one thread,
/// but for [#breakOff].
///
/// The client's own recovery is off: it would publish again what was confirmed already, and forget
/// what was not.
final class Dialling {

    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int REPLY_MILLIS_MAX = 10_000;
    /// How long a connection that is closed in peace is waited for.
    static final int CLOSE_MILLIS_MAX = 2_000;
    private static final int HEARTBEAT_SECONDS = 10;
    private static final int LINGER_SECONDS_MAX = 1;

    private final Broker broker;
    private volatile @Nullable Socket socket;

    Dialling(Broker broker) {
        this.broker = broker;
    }

    /// Connects. Blocks for some seconds at most for each host.
    Connection connect() throws IOException, TimeoutException, GeneralSecurityException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUsername(broker.user());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(CONNECT_MILLIS_MAX);
        factory.setHandshakeTimeout(CONNECT_MILLIS_MAX);
        factory.setChannelRpcTimeout(REPLY_MILLIS_MAX);
        factory.setShutdownTimeout(CLOSE_MILLIS_MAX);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        factory.setThreadFactory(Thread.ofPlatform().name("usher-rabbitmq-", 1).daemon().factory());
        SocketConfigurator sockets = SocketConfigurators.defaultConfigurator().andThen(this::keep);
        if (broker.isTls()) {
            factory.useSslProtocol(trust(broker.authorities()));
            sockets = sockets.andThen(SocketConfigurators.enableHostnameVerification());
        }
        factory.setSocketConfigurator(sockets);
        return factory.newConnection(broker.hosts(), "usher");
    }

    /// Ends the connection at once, whatever is being written to it or read from it. Any thread.
    void breakOff() {
        Socket open = socket;
        if (open == null) return;
        try {
            open.close();
        } catch (IOException e) {
            // Then it is broken already.
        }
    }

    /// Who closes it does not wait for long for whoever writes to it.
    private void keep(Socket opened) throws IOException {
        opened.setSoLinger(true, LINGER_SECONDS_MAX);
        socket = opened;
    }

    private static SSLContext trust(@Nullable Path authorities)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, authorities == null ? null : Pem.believing(authorities), null);
        return context;
    }
}
