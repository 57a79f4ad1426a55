package usher.server.people;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usher.server.http.Fields;
import usher.server.language.Language;

/// Whom a booking is for, as far as he says.
///
/// @param name up to 200 characters; null: he does not say
/// @param email where he gets his tickets; null: nowhere
public record Person(@Nullable String name, @Nullable String email, Language language) {

    private static final int NAME_LENGTH_MAX = 200;
    private static final int EMAIL_LENGTH_MAX = 254;
    private static final int LANGUAGE_LENGTH_MAX = 35;

    /// Addresses as people have them: ASCII, without quotes, comments and routes.
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

    /// What the object `contact` of a booking says.
    public static Person read(Fields fields) {
        String name = fields.optionalText("name", NAME_LENGTH_MAX);
        String email = fields.optionalText("email", EMAIL_LENGTH_MAX);
        if (email != null && !EMAIL.matcher(email).matches()) {
            fields.wrong("email", "must be an address such as ann@example.org");
        }
        String language = fields.optionalText("language", LANGUAGE_LENGTH_MAX);
        fields.refuseUnknown();
        return new Person(name, email, Language.liked(language));
    }
}
