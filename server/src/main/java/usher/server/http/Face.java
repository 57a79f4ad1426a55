package usher.server.http;

import jakarta.ws.rs.core.Response;

/// How an API shows what went wrong: `/v1` and every dialect have their own.
public interface Face {

    Response show(Problem problem);
}
