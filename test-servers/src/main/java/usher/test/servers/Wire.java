package usher.test.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way from clients to a server of this machine, which a test can cut, or make go one way only.
///
/// Whole at first. Thread-safe.
public final class Wire implements AutoCloseable {

    private final int serverPort;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;
    private volatile boolean isMute;

    private Wire(int serverPort, ServerSocket door) {
        this.serverPort = serverPort;
        this.door = door;
    }

    /// A wire to the server at `port`.
    public static Wire to(int port) {
        try {
            Wire wire = new Wire(port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where clients find the server now.
    public int port() {
        return door.getLocalPort();
    }

    /// Breaks all connections, and every new one, until it is mended.
    public void cut() {
        isCut = true;
        breakAll();
    }

    /// Breaks all connections; new ones get through.
    public void breakAll() {
        ends.forEach(Wire::close);
    }

    /// What the server says is lost from now on, on connections that are open as well; what clients
    /// say still arrives.
    public void mute() {
        isMute = true;
    }

    /// All gets through that is said from now on.
    public void mend() {
        isMute = false;
        isCut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // It was closed, or this one client has gone.
            }
        }
    }

    private void connect(Socket client) {
        ends.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            ends.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> carry(client, server, false));
            Thread.ofVirtual().start(() -> carry(server, client, true));
            if (isCut) breakAll();
        } catch (IOException e) {
            drop(client);
        }
    }

    private void carry(Socket from, Socket to, boolean isAnswer) {
        byte[] buffer = new byte[1 << 14];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!isAnswer || !isMute) out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // One end is gone, and soon the other.
        }
        drop(from);
        drop(to);
    }

    private void drop(Socket end) {
        ends.remove(end);
        close(end);
    }

    private static void close(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            // Then it is closed already.
        }
    }
}
