package usher.server.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// A mail as its reader's program understands it.
public final class Mail {

    private final MimeMessage message;
    private final List<Part> leaves = new ArrayList<>();

    private Mail(MimeMessage message) throws IOException, MessagingException {
        this.message = message;
        collect(message);
    }

    static Mail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Mail(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError("no mail", e);
        }
    }

    /// What it is about, decoded.
    public String subject() {
        return ask(message::getSubject);
    }

    /// A header; empty if it is not there.
    public String header(String name) {
        String header = ask(() -> message.getHeader(name, ", "));
        return header == null ? "" : header;
    }

    /// The text of this type.
    public String body(String type) {
        return new String(
                bytes(part -> part.getContentType().startsWith(type)), StandardCharsets.UTF_8);
    }

    /// What is enclosed under this id.
    public byte[] enclosed(String id) {
        return bytes(
                part -> {
                    String[] ids = part.getHeader("Content-ID");
                    return ids != null && ids[0].equals(id);
                });
    }

    /// What is attached under this name.
    public byte[] file(String name) {
        return bytes(part -> name.equals(part.getFileName()));
    }

    /// Asks a mail something.
    private interface Question<T> {

        T ask() throws MessagingException, IOException;
    }

    /// Says of a part of a mail whether it is the one.
    private interface Choice {

        boolean is(Part part) throws MessagingException;
    }

    private byte[] bytes(Choice wanted) {
        for (Part part : leaves) {
            if (ask(() -> wanted.is(part))) return ask(() -> part.getInputStream().readAllBytes());
        }
        throw new AssertionError("there is no such part");
    }

    private void collect(Part part) throws IOException, MessagingException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart one = several.getBodyPart(i);
                collect(one);
            }
        } else {
            leaves.add(part);
        }
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (MessagingException | IOException e) {
            throw new AssertionError("cannot be read", e);
        }
    }
}
