package usher.server.language;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Money;

/// A language that Usher speaks to people.
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    SPANISH("es"),
    FRENCH("fr");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    /// The language that a header `Accept-Language` ([RFC 9110,
    /// 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4)) or a tag likes best; English
    /// if it likes none of ours, or says nothing that can be read.
    public static Language liked(@Nullable String ranges) {
        if (ranges == null || ranges.isBlank()) return ENGLISH;
        List<Locale> ours = Arrays.stream(values()).map(language -> language.locale).toList();
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(ranges), ours);
            return best == null ? ENGLISH : values()[ours.indexOf(best)];
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    /// Its tag of BCP 47, such as `de`.
    public String tag() {
        return locale.toLanguageTag();
    }

    /// What `key` is in this language, with `values` where it has places for them.
    public String say(String key, Object... values) {
        return new MessageFormat(words().getString(key), locale).format(values);
    }

    /// A moment as clocks in `zone` show it, for people: day, hour and minute.
    public String say(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        String time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(there);
        boolean isUtc = zone.equals(ZoneOffset.UTC);
        return time
                + " "
                + (isUtc ? "UTC" : DateTimeFormatter.ofPattern("z", locale).format(there));
    }

    /// An amount of money, such as `12.50 USD`.
    public String say(Money money) {
        int digits = digits(money.currency());
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits)) + " " + money.currency();
    }

    /// Every key that has words.
    List<String> keys() {
        return words().keySet().stream().sorted().toList();
    }

    /// Read once: the JDK keeps bundles.
    private ResourceBundle words() {
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("usher.server.language.words", locale, noFallback);
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }
}
