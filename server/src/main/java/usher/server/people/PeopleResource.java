package usher.server.people;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.UserId;
import usher.ledger.JsonBytes;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Ids;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.http.Timestamps;
import usher.server.http.V1;
import usher.server.security.Caller;

/// What is known of a person, for himself: to see it, and to have it forgotten.
@Path("/v1/people/{userId}")
@Singleton
@NonBlocking
public final class PeopleResource {

    private static final int CONTACTS_MAX = 10_000;
    private static final int BYTES = 512;

    private final Counter counter;
    private final People people;
    private final PeopleDesk desk;
    private final V1 face;

    PeopleResource(Counter counter, People people, PeopleDesk desk, V1 face) {
        this.counter = counter;
        this.people = people;
        this.desk = desk;
        this.face = face;
    }

    @GET
    public @Nullable Response get(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("userId") String userId) {
        UserId user = himself(caller, userId);
        Exchange exchange = counter.open(face);
        desk.run(
                exchange,
                () -> {
                    List<Contact> known = people.of(user, CONTACTS_MAX);
                    Response shown =
                            Response.ok(shown(user, known), MediaType.APPLICATION_JSON_TYPE)
                                    .build();
                    exchange.complete(() -> shown);
                });
        return null;
    }

    /// Bookings and money stay whole: they are the user's, whoever he is.
    @DELETE
    public @Nullable Response erase(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("userId") String userId) {
        UserId user = himself(caller, userId);
        Exchange exchange = counter.open(face);
        desk.run(
                exchange,
                () -> {
                    int _ = people.erase(user);
                    exchange.complete(() -> Response.noContent().build());
                });
        return null;
    }

    /// The user with this id, who is asking.
    ///
    /// @throws Problem if it is somebody else who asks
    private static UserId himself(Caller caller, String userId) {
        UserId user = new UserId(Ids.uuid(userId, PeopleResource::nobody));
        if (user.equals(caller.user())) return user;
        throw new Problem(
                ProblemType.FORBIDDEN, "What is known of a person is for himself to see.");
    }

    private static Problem nobody() {
        return new Problem(ProblemType.NOT_FOUND, "Check the id of the user.");
    }

    private static byte[] shown(UserId user, List<Contact> known) {
        JsonBytes json = new JsonBytes(BYTES * (known.size() + 1)).beginObject();
        json.field("userId").value(user.value());
        json.field("contacts").beginArray();
        for (Contact contact : known) {
            json.beginObject();
            json.field("bookingId").value(contact.booking().value());
            json.field("eventId").value(contact.event().value());
            write(json, contact.person());
            Timestamps.write(json.field("since"), contact.sinceMillis());
            json.endObject();
        }
        return json.endArray().endObject().toByteArray();
    }

    /// Writes the fields of `person`.
    public static void write(JsonBytes json, Person person) {
        if (person.name() != null) json.field("name").value(person.name());
        if (person.email() != null) json.field("email").value(person.email());
        json.field("language").value(person.language().tag());
    }
}
