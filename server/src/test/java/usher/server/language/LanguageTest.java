package usher.server.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import usher.domain.plan.Money;

/// What is said in one language can be said in all.
final class LanguageTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_word(Language language) {
        assertEquals(Language.ENGLISH.keys(), language.keys());
        for (String key : language.keys()) {
            String said = language.say(key, "one", "two");
            assertFalse(said.isBlank() || said.contains("{") || said.contains("''"), said);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void no_words_were_left_in_english(Language language) {
        for (String key : language.keys()) {
            String said = language.say(key, "one", "two");
            assertFalse(said.equals(Language.ENGLISH.say(key, "one", "two")), key);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH |",
                "ENGLISH | ''",
                "ENGLISH | *",
                "ENGLISH | xx",
                "ENGLISH | ;;;q=9",
                "GERMAN  | de",
                "GERMAN  | de-AT,de;q=0.9,en;q=0.8",
                "FRENCH  | ja,fr;q=0.5",
                "SPANISH | es-419"
            })
    void the_language_that_somebody_likes_best_is_chosen(Language language, String header) {
        assertEquals(language, Language.liked(header));
    }

    @Test
    void money_and_moments_are_said_as_people_write_them() {
        Money price = new Money(123_450, "EUR");
        assertEquals("1,234.50 EUR", Language.ENGLISH.say(price));
        assertEquals("1.234,50 EUR", Language.GERMAN.say(price));
        assertEquals("500 JPY", Language.ENGLISH.say(new Money(500, "JPY")));
        Instant moment = Instant.parse("2026-11-20T19:30:00Z");
        assertEquals(
                "Freitag, 20. November 2026, 19:30 UTC",
                Language.GERMAN.say(moment, ZoneOffset.UTC));
        assertEquals(
                "Friday, November 20, 2026, 8:30\u202fPM CET",
                Language.ENGLISH.say(moment, ZoneId.of("Europe/Berlin")));
    }
}
