package usher.server.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// A page for each type of problem: where the `type` of a problem document leads.
@Path("/problems")
@Singleton
@Produces(MediaType.TEXT_HTML)
public final class ProblemPages {

    @GET
    @Path("{slug}")
    public String page(@PathParam("slug") String slug) {
        for (ProblemType type : ProblemType.values()) {
            if (type.slug().equals(slug)) return page(type);
        }
        throw new Problem(ProblemType.NOT_FOUND, "There is no such problem.");
    }

    private static String page(ProblemType type) {
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%1$s</title>
        <style>body{font:1.1em/1.5 system-ui;max-width:40em;margin:4em auto;padding:0 1em}</style>
        <h1>%1$s</h1>
        <p><strong>%2$s</strong> It comes with HTTP status %3$d.</p>
        <p>%4$s</p>
        </html>
        """
                .formatted(type.slug(), type.title(), type.status(), type.remedy());
    }
}
