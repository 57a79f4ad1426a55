package usher.domain.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts as they are compared in a search: without case, accents and doubled spaces.
///
/// Compatibility decomposition ([Unicode Standard Annex 15](https://www.unicode.org/reports/tr15/))
/// takes the accents off the letters; `ß` becomes `ss`, as in capitals.
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SearchText() {}

    /// What `text` is compared as.
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(plain).replaceAll("");
        String small = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return SPACES.matcher(small.strip()).replaceAll(" ");
    }
}
