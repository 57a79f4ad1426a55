package usher.bench.load;

import java.nio.ByteBuffer;

/// Reads HTTP/1.1 answers from bytes as they arrive: the status and where the answer ends, no more.
///
/// Understands what an answer to a load needs: a status line, `Content-Length` (absent with 1xx,
/// 204 and 304; RFC 9112, 6.3), one answer at a time.
final class AnswerParser {

    static final int HEAD_BYTES_MAX = 16_384;

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = {
        'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'
    };

    private final byte[] head = new byte[HEAD_BYTES_MAX];
    private int filled;
    private int lineAt;
    private long bodyBytesLeft;
    private boolean isInBody;
    private int status;
    private long contentLength;

    AnswerParser() {
        begin();
    }

    /// Expects the next answer.
    void begin() {
        filled = 0;
        lineAt = 0;
        isInBody = false;
        status = 0;
        contentLength = -1;
    }

    /// Takes all of `input`; true once the answer is complete.
    ///
    /// @throws MalformedAnswer if this is not an answer that it understands
    boolean take(ByteBuffer input) {
        if (isInBody) return takeBody(input.limit() - input.position());
        int from = filled;
        int taken = Math.min(input.remaining(), HEAD_BYTES_MAX - filled);
        input.get(head, filled, taken);
        filled += taken;
        int end = readLines(from);
        if (end >= 0) return endHead(filled - end + input.remaining());
        if (filled == HEAD_BYTES_MAX) throw new MalformedAnswer("a head without end");
        return false;
    }

    /// The status of the answer that is complete.
    int status() {
        return status;
    }

    /// Reads the lines that end at `from` or later; where the body begins, or -1.
    private int readLines(int from) {
        for (int i = from; i < filled; i++) {
            if (head[i] != '\n') continue;
            int length = i - lineAt;
            if (length <= 1 && lineAt > 0) return i + 1;
            readLine(lineAt, length);
            lineAt = i + 1;
        }
        return -1;
    }

    private void readLine(int at, int length) {
        if (at == 0) {
            status = statusIn(length);
        } else if (length > LENGTH.length && isContentLength(at)) {
            contentLength = number(at + LENGTH.length, at + length);
        }
    }

    private int statusIn(int length) {
        if (length < STATUS_AT + 3 || head[0] != 'H' || head[STATUS_AT - 1] != ' ') {
            throw new MalformedAnswer("no status line");
        }
        return (int) number(STATUS_AT, STATUS_AT + 3);
    }

    private boolean isContentLength(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            int c = head[at + i];
            int lower = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
            if (lower != LENGTH[i]) return false;
        }
        return true;
    }

    private long number(int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int c = head[i];
            if (c == ' ' || c == '\r') continue;
            if (c < '0' || c > '9') throw new MalformedAnswer("not a number");
            number = 10 * number + (c - '0');
        }
        return number;
    }

    private boolean endHead(int bodyBytes) {
        isInBody = true;
        bodyBytesLeft = hasBody() ? contentLength : 0;
        if (bodyBytesLeft < 0) throw new MalformedAnswer("no Content-Length");
        return takeBody(bodyBytes);
    }

    private boolean hasBody() {
        return status >= 200 && status != 204 && status != 304;
    }

    private boolean takeBody(int bytes) {
        bodyBytesLeft -= bytes;
        if (bodyBytesLeft < 0) throw new MalformedAnswer("more bytes than the answer has");
        return bodyBytesLeft == 0;
    }

    /// What came is no answer, or one of a kind that no load expects.
    static final class MalformedAnswer extends RuntimeException {
        MalformedAnswer(String message) {
            super(message);
        }
    }
}
