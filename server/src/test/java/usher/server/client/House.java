package usher.server.client;

/// An event with sections that was created for one test: what it has, and where things are.
public final class House {

    /// Two rows of four with an aisle in the middle, for 45 euros; the first seat of all is for a
    /// wheelchair.
    public static final String STALLS =
            Json.of(
                    "{'name':'Stalls','tier':'Standard','price':{'amount':4500,'currency':'EUR'},"
                            + "'rows':2,'seatsPerRow':4,'aisles':[2],'accessible':['A-1']}");

    /// Three places without seats, for nothing.
    public static final String FLOOR =
            Json.of(
                    "{'name':'Floor','tier':'Standing','price':{'amount':0,'currency':'EUR'},"
                            + "'capacity':3}");

    private House() {}

    /// The body that creates an event of these sections, each in JSON.
    public static String body(String... sections) {
        return "{\"name\":\"A house\",\"sections\":[" + String.join(",", sections) + "]}";
    }

    /// [#body] with more fields, in JSON with single quotes.
    public static String bodyWith(String fields, String... sections) {
        String body = body(sections);
        return body.substring(0, body.length() - 1) + "," + Json.of(fields) + "}";
    }

    /// An event of eight seats in [#STALLS] and three places on the [#FLOOR].
    public static Sale sale() {
        return sale(body(STALLS, FLOOR));
    }

    /// The event that `body` describes.
    public static Sale sale(String body) {
        Reply created = Visitor.ann().post("/v1/events", body).is(201);
        return new Sale(created.text("id"), created.json().get("totalSeats").intValue());
    }
}
