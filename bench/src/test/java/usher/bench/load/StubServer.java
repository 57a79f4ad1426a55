package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Answers the n-th request, counted from 0, with what a test says, byte by byte.
final class StubServer implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

    private final ServerSocket socket;
    private final IntFunction<String> answers;
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    StubServer(IntFunction<String> answers) throws IOException {
        this.socket = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        this.answers = answers;
        Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }

    int port() {
        return socket.getLocalPort();
    }

    /// The requests so far, each with its head's lines.
    List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            OutputStream out = client.getOutputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                heads.add(head);
                String answer = answers.apply(count.getAndIncrement());
                if (answer.isEmpty()) return;
                out.write(answer.getBytes(ISO_8859_1));
                out.flush();
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static String head(BufferedReader in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }
}
