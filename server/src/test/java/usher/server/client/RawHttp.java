package usher.server.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/// One connection on which a test says exactly what it wants to say, for what no proper client
/// sends.
public final class RawHttp implements Closeable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    /// A connection to the server of `@QuarkusTest`.
    public static RawHttp open() throws IOException {
        return open(ConfigProvider.getConfig().getValue("test.url", URI.class));
    }

    /// A connection to the server with this address.
    public static RawHttp open(URI root) throws IOException {
        Socket socket = new Socket(root.getHost(), root.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawHttp(socket);
    }

    /// Sends `text` as it is, but with CR LF at the end of each line.
    public RawHttp say(String text) throws IOException {
        String lines = text.replace("\n", "\r\n");
        socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /// The next response: status line, headers and as much of a body as its length says.
    public String hear() throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) return head.toString();
            head.append((char) next);
        }
        InputStream in = socket.getInputStream();
        return head + new String(in.readNBytes(lengthIn(head.toString())), StandardCharsets.UTF_8);
    }

    /// Whether the server has closed the connection, and nothing more came.
    public boolean isClosed() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    /// Goes away without a word.
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static int lengthIn(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }
}
