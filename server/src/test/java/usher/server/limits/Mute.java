package usher.server.limits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A server that takes one call and says nothing, until the test is over.
final class Mute implements AutoCloseable {

    private final ServerSocket door;
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile @Nullable Socket caller;

    private Mute(ServerSocket door) {
        this.door = door;
    }

    /// Begins to listen at `port` of the loopback.
    static Mute at(int port) {
        try {
            Mute mute = new Mute(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(mute::listen);
            return mute;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether somebody waits for an answer.
    boolean isCalled() {
        return called.get();
    }

    @Override
    public void close() {
        try {
            door.close();
            Socket open = caller;
            if (open != null) open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            Socket open = door.accept();
            caller = open;
            called.set(open.getInputStream().read() >= 0);
        } catch (IOException e) {
            called.set(false);
        }
    }
}
