package usher.ledger.shared;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the parts of a URL by which a setting names a server: with `%40` for an `@` and the like,
/// and a `+` that is one.
///
/// What is wrong is said as whoever reads says it. Immutable, as long as he is.
public final class UrlParts {

    private final Function<String, ? extends RuntimeException> wrong;

    /// @param wrong makes an exception of a sentence that goes on after the setting's name, without
    ///     a cause
    public UrlParts(Function<String, ? extends RuntimeException> wrong) {
        this.wrong = wrong;
    }

    /// What `part` says; nothing, if it is not there.
    public String decoded(@Nullable String part) {
        if (part == null) return "";
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong.apply("has a % that is not followed by two hexadecimal digits");
        }
    }

    /// Tells `reader` the name and the value of each parameter in `name=value&name=value`.
    public void parameters(@Nullable String text, BiConsumer<String, String> reader) {
        for (String parameter : orElse(text, "").split("&", -1)) {
            if (parameter.isEmpty()) continue;
            int at = parameter.indexOf('=');
            String name = at < 0 ? parameter : parameter.substring(0, at);
            reader.accept(name, at < 0 ? "" : decoded(parameter.substring(at + 1)));
        }
    }

    /// The password in `file`, which has nothing else in it.
    public String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            RuntimeException trouble =
                    wrong.apply("has a passwordfile that cannot be read: " + file);
            trouble.initCause(e);
            throw trouble;
        }
    }

    /// `part`, or `otherwise` if it is not there or says nothing.
    public static String orElse(@Nullable String part, String otherwise) {
        return part == null || part.isEmpty() ? otherwise : part;
    }
}
