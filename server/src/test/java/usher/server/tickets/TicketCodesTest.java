package usher.server.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.domain.EventId;
import usher.domain.selling.BookingId;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.security.Secrets;

/// Codes say what was written into them, and nothing that was not.
final class TicketCodesTest {

    private static final TicketClaim CLAIM =
            new TicketClaim(
                    EventId.of(1_800_000_000_000L, 12345),
                    100_000,
                    new BookingId(UUID.randomUUID()));

    private final TicketCodes codes = codes("a secret that is long enough to be one");

    @Test
    void a_code_says_what_was_written_into_it() {
        String code = codes.write(CLAIM);
        assertTrue(code.matches("[A-Z2-7]{162}"), code);
        assertEquals(CLAIM, codes.read(code));
        assertEquals(code, codes.write(CLAIM));
    }

    @Test
    void a_code_of_which_one_letter_is_another_is_refused() {
        String code = codes.write(CLAIM);
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == 'A' ? 'B' : 'A';
            refused(code.substring(0, i) + other + code.substring(i + 1));
        }
    }

    @Test
    void what_is_no_code_is_refused() {
        String code = codes.write(CLAIM);
        for (String text : List.of("", "A", "A".repeat(162), code + "A", code.substring(1))) {
            refused(text);
        }
    }

    @Test
    void a_code_of_another_house_is_refused() {
        refused(codes("a secret of somebody else, long enough").write(CLAIM));
    }

    private void refused(String code) {
        Problem problem = assertThrows(Problem.class, () -> codes.read(code), code);
        assertEquals(ProblemType.TICKET_NOT_FOUND, problem.type());
    }

    private static TicketCodes codes(String secret) {
        return new TicketCodes(new Secrets(List.of(secret.getBytes(StandardCharsets.UTF_8))));
    }
}
