package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.bench.load.AnswerParser.MalformedAnswer;

class AnswerParserTest {

    private static final String HOLD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncontent-length:  14 \r\n"
                    + "X-Other: 3\r\n\r\n{\"seatId\":\"1\"}";

    private final AnswerParser parser = new AnswerParser();

    @Test
    void an_answer_in_one_piece_is_complete() {
        assertTrue(take(HOLD));
        assertEquals(200, parser.status());
    }

    @Test
    void an_answer_is_complete_with_its_last_byte_however_it_is_cut() {
        for (int cut = 1; cut < HOLD.length(); cut++) {
            parser.begin();
            assertFalse(take(HOLD.substring(0, cut)), "complete after " + cut);
            assertTrue(take(HOLD.substring(cut)), "cut at " + cut);
            assertEquals(200, parser.status());
        }
    }

    @Test
    void an_answer_is_complete_with_its_last_byte_byte_by_byte() {
        for (int i = 0; i < HOLD.length() - 1; i++) {
            assertFalse(take(HOLD.substring(i, i + 1)));
        }
        assertTrue(take(HOLD.substring(HOLD.length() - 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void an_answer_without_body_needs_no_length(String status) {
        assertTrue(take("HTTP/1.1 " + status + "\r\nDate: now\r\n\r\n"));
    }

    @Test
    void the_next_answer_is_read_like_the_first() {
        assertTrue(take(HOLD));
        parser.begin();
        assertTrue(take("HTTP/1.1 409 Conflict\r\nCONTENT-LENGTH: 0\r\n\r\n"));
        assertEquals(409, parser.status());
    }

    @Test
    void a_body_longer_than_any_buffer_is_only_counted() {
        assertFalse(take("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
        for (int i = 0; i < 999; i++) {
            assertFalse(take("x".repeat(1000)));
        }
        assertTrue(take("x".repeat(1000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "HTTP/1.1\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\nsurplus",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nsurplus"
            })
    void what_it_does_not_understand_is_malformed(String text) {
        assertThrows(MalformedAnswer.class, () -> take(text));
    }

    @Test
    void a_head_without_end_is_malformed() {
        assertThrows(
                MalformedAnswer.class,
                () -> take("HTTP/1.1 200 OK\r\nX: " + "x".repeat(AnswerParser.HEAD_BYTES_MAX)));
    }

    private boolean take(String text) {
        return parser.take(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
    }
}
