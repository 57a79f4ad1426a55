package usher.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One connection to the server with at most one request under way.
final class Connection {

    private final int index;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final AnswerParser answer = new AnswerParser();
    private long dueNanos;
    private boolean isAsking;

    private Connection(int index, SocketChannel channel, Selector selector) throws IOException {
        this.index = index;
        this.channel = channel;
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static Connection open(int index, InetSocketAddress server, Selector selector)
            throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Connection(index, channel, selector);
    }

    int index() {
        return index;
    }

    /// When the request under way was due.
    long dueNanos() {
        return dueNanos;
    }

    boolean isAsking() {
        return isAsking;
    }

    /// Sends `request`, which was due at `due`.
    void send(ByteBuffer request, long due) throws IOException {
        dueNanos = due;
        isAsking = true;
        answer.begin();
        // One small request at a time finds room in the socket's buffer, so this is one round.
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /// Reads what has arrived by way of `buffer`; true once the answer is complete.
    boolean receive(ByteBuffer buffer) throws IOException {
        while (true) {
            buffer.clear();
            int bytes = channel.read(buffer);
            if (bytes < 0) throw new IOException("closed by the server");
            if (bytes == 0) return false;
            buffer.flip();
            if (!isAsking) throw new AnswerParser.MalformedAnswer("an answer to nothing");
            if (answer.take(buffer)) {
                isAsking = false;
                return true;
            }
            if (bytes < buffer.capacity()) return false;
        }
    }

    int status() {
        return answer.status();
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
