package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.domain.catalog.SearchText;

final class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Gala, gala",
        "CAFÉ, cafe",
        "Dvořák, dvorak",
        "Straßenfest, strassenfest",
        "'  Two   words ', two words",
        "ﬁnale, finale",
        "İstanbul, istanbul",
        "東京, 東京",
    })
    void case_accents_and_spaces_do_not_count(String text, String compared) {
        assertEquals(compared, SearchText.of(text));
        assertEquals(compared, SearchText.of(compared));
    }
}
