package usher.server.audit;

import jakarta.ws.rs.core.Response;

/// A page of an audit that is being written. Used by one thread.
interface AuditOutput {

    void add(AuditFact fact);

    /// How many bytes it has so far.
    int bytes();

    /// The page as an answer, and that there is more after version `cursor`.
    Response endWithMore(long cursor);

    /// The last page as an answer.
    Response end();
}
