package usher.server.language;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The templates of pages and mails, each read once. In pages, every value is escaped that is not
/// said to be HTML. Thread-safe.
@Singleton
public final class Templates {

    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
    private static final Variant TEXT = Variant.forContentType(Variant.TEXT_PLAIN);

    private final Engine engine =
            Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .build();
    private final Map<String, Template> read = new ConcurrentHashMap<>();

    Templates() {}

    /// The page with this name on the class path.
    public Template html(String name) {
        return read.computeIfAbsent(name, _ -> engine.parse(content(name), HTML, name));
    }

    /// The plain text with this name on the class path.
    public Template text(String name) {
        return read.computeIfAbsent(name, _ -> engine.parse(content(name), TEXT, name));
    }

    private static String content(String name) {
        ClassLoader classes = Templates.class.getClassLoader();
        try (InputStream in = Objects.requireNonNull(classes.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
