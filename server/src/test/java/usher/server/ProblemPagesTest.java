package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usher.server.client.Reply;
import usher.server.client.Visitor;
import usher.server.http.ProblemType;

@QuarkusTest
final class ProblemPagesTest {

    @ParameterizedTest
    @EnumSource
    void every_type_of_problem_leads_to_a_page_that_says_what_to_do(ProblemType type) {
        Reply page = Visitor.nobody().get("/problems/" + type.slug()).is(200);
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertTrue(page.text().contains(type.title()));
        assertTrue(page.text().contains(type.remedy()));
        assertTrue(page.text().contains(String.valueOf(type.status())));
    }

    @ParameterizedTest
    @EnumSource
    void titles_and_remedies_are_sentences(ProblemType type) {
        assertTrue(type.title().endsWith("."), type.title());
        assertTrue(type.remedy().endsWith("."), type.remedy());
        assertEquals(type.title().strip(), type.title());
    }
}
