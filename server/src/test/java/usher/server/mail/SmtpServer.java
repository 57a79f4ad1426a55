package usher.server.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// As much of a mail server as tests need ([RFC 5321](https://www.rfc-editor.org/rfc/rfc5321)):
/// whatever comes is put into the [Inbox] of whom it is for.
///
/// Who is called `later…` is turned away once, and who is called `never…` always.
public final class SmtpServer implements AutoCloseable {

    private final ServerSocket socket;

    public SmtpServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it takes connections, also before it begins to serve.
    public int port() {
        return socket.getLocalPort();
    }

    /// Begins to serve.
    public void start() {
        Thread.ofPlatform().daemon().name("smtp").start(this::serve);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                new Session(client).run();
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    /// One client.
    private static final class Session {

        private final BufferedReader in;
        private final OutputStream out;
        private Inbox inbox = Inbox.of("nobody");

        Session(Socket client) throws IOException {
            in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.ISO_8859_1));
            out = client.getOutputStream();
        }

        void run() throws IOException {
            say("220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> say("250 fine");
                    case "RCPT" -> say(takes(line));
                    case "DATA" -> take();
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("502 what?");
                }
            }
        }

        private String takes(String line) {
            String address = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            inbox = Inbox.of(address);
            if (address.startsWith("never")) return inbox.turnAway("550 nobody of that name");
            boolean isFirst = inbox.timesTurnedAway() == 0;
            if (address.startsWith("later") && isFirst) return inbox.turnAway("451 come later");
            return "250 fine";
        }

        private void take() throws IOException {
            say("354 go on");
            StringBuilder mail = new StringBuilder();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) throw new IOException("the client went away");
                mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            inbox.put(mail.toString().getBytes(StandardCharsets.ISO_8859_1));
            say("250 taken");
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
