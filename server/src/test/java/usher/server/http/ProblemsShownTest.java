package usher.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usher.domain.Refusal;
import usher.domain.SeatSet;
import usher.engine.Result;
import usher.ledger.StreamId;
import usher.server.dialect.EventManagementFace;

/// What callers are shown of problems that tests cannot bring about from outside.
@QuarkusTest
final class ProblemsShownTest {

    @Inject V1 v1;
    @Inject EventManagementFace dialect;

    @ParameterizedTest
    @EnumSource(names = {"OVERLOADED", "UNAVAILABLE", "RATE_LIMITED"})
    void what_may_succeed_in_a_moment_says_when_to_try_again(ProblemType type) {
        Problem problem = new Problem(type, "Wait.");
        assertEquals("1", v1.show(problem).getHeaderString("Retry-After"));
        Response ofDialect = dialect.show(problem);
        assertEquals(503, ofDialect.getStatus());
        assertEquals("1", ofDialect.getHeaderString("Retry-After"));
    }

    @Test
    void other_problems_do_not() {
        assertNull(
                v1.show(new Problem(ProblemType.SEAT_UNAVAILABLE, "No."))
                        .getHeaderString("Retry-After"));
    }

    @Test
    void a_ledger_that_is_away_is_a_503_that_says_whether_it_may_have_happened_all_the_same() {
        Problem nothing = shown(new Result.Unavailable("away", false));
        assertEquals(ProblemType.UNAVAILABLE, nothing.type());
        assertEquals("Nothing was done. Try again in a moment.", nothing.detail());
        assertEquals(
                "It may have happened all the same: look before you try again.",
                shown(new Result.Unavailable("away", true)).detail());
        assertEquals(ProblemType.OVERLOADED, shown(new Result.Overloaded()).type());
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_is_a_problem_of_its_own_type_in_either_api(Refusal refusal) {
        Problem problem = shown(new Result.Refused(refusal, SeatSet.of(), List.of()));
        assertEquals(ProblemType.of(refusal), problem.type());
        Response response = v1.show(problem);
        assertEquals(problem.type().status(), response.getStatus());
        assertEquals("application/problem+json", response.getMediaType().toString());
        assertEquals(response.getStatus() == 422 ? 422 : 404, dialect.show(problem).getStatus());
    }

    @Test
    void a_problem_document_has_its_fields_in_one_order() {
        Problem problem =
                new Problem(
                        ProblemType.INVALID_FIELD,
                        "a is \"wrong\".",
                        List.of(new Problem.FieldError("a", "is \"wrong\"")),
                        List.of());
        String type = "http://localhost:3000/problems/invalid-field";
        assertEquals(
                "{\"type\":\"%s\",\"title\":\"A field is wrong.\",\"status\":422,".formatted(type)
                        + "\"detail\":\"a is \\\"wrong\\\".\","
                        + "\"errors\":[{\"field\":\"a\",\"reason\":\"is \\\"wrong\\\"\"}]}",
                new String(v1.render(problem), StandardCharsets.UTF_8));
    }

    private static Problem shown(Result result) {
        return Refusals.problem(StreamId.CATALOG, result);
    }
}
