package usher.server.http;

import io.quarkus.arc.All;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import usher.server.dialect.Dialect;

/// Which API a request is for, and so which face its problems have.
@Singleton
public final class Faces {

    private final V1 v1;
    private final List<Dialect> dialects;

    Faces(V1 v1, @All List<Dialect> dialects) {
        this.v1 = v1;
        this.dialects = dialects;
    }

    /// The face of the API that the request of `context` is for.
    Face of(RoutingContext context) {
        String path = context.request().path();
        if (path == null) return v1;
        for (Dialect dialect : dialects) {
            if (dialect.owns(path)) return dialect;
        }
        return v1;
    }

    /// Answers the request of `context` with `problem`, where no resource has begun to. On its
    /// event loop.
    public void send(RoutingContext context, Problem problem) {
        Response shown = of(context).show(problem);
        HttpServerResponse response = context.response().setStatusCode(shown.getStatus());
        shown.getStringHeaders().forEach(response::putHeader);
        response.end(Buffer.buffer((byte[]) shown.getEntity()));
    }
}
