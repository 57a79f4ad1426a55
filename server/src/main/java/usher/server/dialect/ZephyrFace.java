package usher.server.dialect;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// How the zephyr document shows what went wrong. It leaves that open: a sentence and a code, with
/// 400 for what is wrong in a request, and otherwise the statuses of `/v1`.
@Singleton
public final class ZephyrFace implements Dialect {

    ZephyrFace() {}

    @Override
    public boolean owns(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    @Override
    public Response show(Problem problem) {
        String sentence = inItsWords(PlainError.sentence(problem));
        return PlainError.show(status(problem.type()), problem, sentence);
    }

    private static int status(ProblemType type) {
        boolean isWrongField = type == ProblemType.INVALID_FIELD;
        return isWrongField ? ProblemType.MALFORMED_REQUEST.status() : type.status();
    }

    /// What an event's policy calls `holdSeconds`, the document calls `holdDuration`.
    private static String inItsWords(String sentence) {
        return sentence.replaceFirst("^holdSeconds ", "holdDuration ");
    }
}
