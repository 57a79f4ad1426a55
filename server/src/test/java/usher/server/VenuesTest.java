package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Venues, and events that take place there.
@QuarkusTest
final class VenuesTest {

    private static final String THEATRE =
            "{'name':'Marlow Theatre','timeZone':'Europe/London','address':'1 Quay Street',"
                    + "'sections':["
                    + "{'name':'Stalls','tier':'Full','rows':2,'seatsPerRow':4,'aisles':[2],"
                    + "'accessible':['A-1'],'x':0,'y':3},"
                    + "{'name':'Circle','tier':'Full','seatsInRow':[3,2],'rowLabels':['AA','BB']},"
                    + "{'name':'Standing','tier':'Cheap','capacity':30}]}";
    private static final String CLUB =
            "{'name':'%s','timeZone':'America/New_York',"
                    + "'tiers':{'VIP':2,'Front Row':3,'GA':40}}";

    private final Visitor ann = Visitor.ann();
    private final Visitor nobody = Visitor.nobody();

    @Test
    void a_venue_is_added_and_looked_at() {
        Reply added = ann.post("/v1/venues", Json.of(THEATRE)).is(201);
        String path = "/v1/venues/" + added.text("id");
        assertEquals(path, added.header("Location"));
        JsonNode venue = nobody.get(path).is(200).json();
        assertEquals(added.json(), venue);
        assertEquals("Marlow Theatre", venue.get("name").asText());
        assertEquals("Europe/London", venue.get("timeZone").asText());
        assertEquals("1 Quay Street", venue.get("address").asText());
        assertEquals(43, venue.get("totalSeats").intValue());
        assertEquals(
                Json.tree(
                        "[{'name':'Full','capacity':13,'numbered':true},"
                                + "{'name':'Cheap','capacity':30,'numbered':false}]"),
                venue.get("tiers"));
        assertEquals("BB", venue.at("/sections/1/rows/1/label").asText());
        assertEquals(12, venue.at("/sections/1/rows/1/firstNumber").intValue());
        assertEquals(3, venue.at("/sections/0/y").intValue());
    }

    @Test
    void an_event_at_a_venue_has_its_places_at_prices_of_its_own() {
        String venue = added(THEATRE);
        String prices =
                "{'Full':{'amount':4500,'currency':'GBP'},'Cheap':{'amount':0,'currency':'GBP'}}";
        Sale sale = event(venue, "'startsAt':'2027-07-01T18:30:00Z','prices':" + prices);
        JsonNode event = nobody.get(sale.path()).is(200).json();
        assertEquals(venue, event.get("venueId").asText());
        assertEquals(
                Json.tree(
                        "{'name':'Marlow Theatre','timeZone':'Europe/London',"
                                + "'address':'1 Quay Street'}"),
                event.get("venue"));
        assertEquals("2027-07-01T19:30:00+01:00", event.get("startsAtLocal").asText());
        assertEquals(43, event.get("totalSeats").intValue());
        assertEquals(
                Json.tree(
                        "[{'name':'Full','price':{'amount':4500,'currency':'GBP'},'capacity':13,"
                                + "'numbered':true},{'name':'Cheap','price':{'amount':0,"
                                + "'currency':'GBP'},'capacity':30,'numbered':false}]"),
                event.get("tiers"));
        Reply hold = ann.post(sale.seat(12, "hold")).is(200);
        assertEquals("BB-1", hold.text("label"));
        assertEquals(4500, hold.json().at("/price/amount").intValue());
        assertEquals(
                nobody.get("/v1/venues/" + venue).json().get("sections"),
                nobody.get(sale.path() + "/plan").json().get("sections"));
    }

    @Test
    void a_venue_of_quantities_and_standard_prices_take_two_short_calls() {
        String venue = added(CLUB.formatted("Kettle"));
        Sale sale = event(venue, "'prices':'standard'");
        JsonNode tiers = nobody.get(sale.path()).is(200).json().get("tiers");
        List<String> shown = new ArrayList<>();
        for (JsonNode tier : tiers) {
            shown.add(
                    "%s %d %s %d"
                            .formatted(
                                    tier.get("name").asText(),
                                    tier.at("/price/amount").intValue(),
                                    tier.at("/price/currency").asText(),
                                    tier.get("capacity").intValue()));
        }
        assertEquals(List.of("VIP 10000 USD 2", "Front Row 5000 USD 3", "GA 1000 USD 40"), shown);
        assertFalse(nobody.get(sale.path()).json().has("startsAtLocal"));
        nobody.get("/events/" + sale.id() + "/availability").is(200);
    }

    @Test
    void an_access_code_may_open_a_tier_of_the_venue() {
        String venue = added(CLUB.formatted("Closed"));
        Sale sale =
                event(venue, "'prices':'standard','accessCodes':[{'code':'x','tiers':['VIP']}]");
        ann.post(sale.seat(1, "hold")).isProblem(403, "access-code-required");
        ann.post(
                        "/v1/events",
                        Json.of(
                                "{'name':'A','venueId':'%s','prices':'standard',".formatted(venue)
                                        + "'accessCodes':[{'code':'x','tiers':['Royal']}]}"))
                .isWrongField("accessCodes[0].tiers[0]");
    }

    @Test
    void venues_are_listed_by_name_searched_and_paged() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        for (String name : List.of("Öst ", "arena ", "Zenith ", "Bowl ")) {
            added(CLUB.formatted(name + word));
        }
        String list = "/v1/venues?limit=2&query=" + word.toUpperCase(Locale.ROOT);
        Reply first = nobody.get(list).is(200);
        assertEquals(List.of("arena " + word, "Bowl " + word), names(first));
        assertFalse(first.json().at("/items/0").has("sections"));
        String next = list + "&cursor=" + first.text("nextCursor");
        added(CLUB.formatted("Aula " + word));
        Reply second = nobody.get(next).is(200);
        assertEquals(List.of("Öst " + word, "Zenith " + word), names(second));
        assertFalse(second.json().has("nextCursor"));
        assertEquals(
                List.of("Öst " + word),
                names(nobody.get("/v1/venues?query=ost%20" + word).is(200)));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "cursor=!, cursor",
        "cursor=AAAA, cursor",
    })
    void a_wrong_query_is_told(String query, String field) {
        nobody.get("/v1/venues?" + query).isWrongField(field);
        nobody.get("/v1/venues?query=" + "x".repeat(201)).isWrongField("query");
    }

    @Test
    void what_is_no_venue_is_not_found() {
        nobody.get("/v1/venues/" + UUID.randomUUID()).isProblem(404, "venue-not-found");
        nobody.get("/v1/venues/x").isProblem(404, "venue-not-found");
    }

    @Test
    void the_same_request_again_adds_nothing() {
        Visitor once = ann.with("Idempotency-Key", UUID.randomUUID().toString());
        String first = once.post("/v1/venues", Json.of(CLUB.formatted("Twice"))).is(201).text("id");
        Reply again = once.post("/v1/venues", Json.of(CLUB.formatted("Twice"))).is(201);
        assertEquals(first, again.text("id"));
        once.post("/v1/venues", Json.of(CLUB.formatted("Other")))
                .isProblem(422, "idempotency-mismatch");
        Visitor other = ann.with("Idempotency-Key", UUID.randomUUID().toString());
        String event = "{'name':'A','venueId':'%s','prices':'standard'}".formatted(first);
        String id = other.post("/v1/events", Json.of(event)).is(201).text("id");
        assertEquals(id, other.post("/v1/events", Json.of(event)).is(201).text("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'timeZone':'UTC','tiers':{'GA':1}}                         | name
                    {'name':' ','timeZone':'UTC','tiers':{'GA':1}}              | name
                    {'name':'A','tiers':{'GA':1}}                               | timeZone
                    {'name':'A','timeZone':'Mars/Olympus','tiers':{'GA':1}}     | timeZone
                    {'name':'A','timeZone':1,'tiers':{'GA':1}}                  | timeZone
                    {'name':'A','timeZone':'UTC','address':1,'tiers':{'GA':1}}  | address
                    {'name':'A','timeZone':'UTC'}                               | sections
                    {'name':'A','timeZone':'UTC','sections':[]}                 | sections
                    {'name':'A','timeZone':'UTC','tiers':{}}                    | tiers
                    {'name':'A','timeZone':'UTC','tiers':7}                     | tiers
                    {'name':'A','timeZone':'UTC','tiers':{'':1}}                | tiers
                    {'name':'A','timeZone':'UTC','tiers':{'GA':0}}              | tiers.GA
                    {'name':'A','timeZone':'UTC','tiers':{'GA':-3}}             | tiers.GA
                    {'name':'A','timeZone':'UTC','tiers':{'GA':1000000}}        | tiers.GA
                    {'name':'A','timeZone':'UTC','tiers':{'A':60000,'B':60000}} | tiers
                    {'name':'A','timeZone':'UTC','tiers':{'GA':1},'colour':1}   | colour
                    {'name':'A','timeZone':'UTC','tiers':{'GA':1},'sections':[{'name':'S',\
                    'tier':'T','capacity':1}]} | tiers
                    {'name':'A','timeZone':'UTC','sections':[{'name':'S',\
                    'tier':'T'}]} | sections[0].rows
                    {'name':'A','timeZone':'UTC','sections':[{'name':'S','tier':'T',\
                    'rows':1000,'seatsPerRow':1000}]} | sections[0].seatsPerRow
                    {'name':'A','timeZone':'UTC','sections':[{'name':'S','tier':'T',\
                    'capacity':1,'price':{'amount':1,'currency':'EUR'}}]} | sections[0].price
                    {'name':'A','timeZone':'UTC','sections':[{'name':'S','tier':'T',\
                    'capacity':1},{'name':'S','tier':'T','capacity':1}]} | sections[1].name
                    {'name':'A','timeZone':'UTC','sections':[{'name':'S','tier':'T','rows':2,\
                    'seatsPerRow':2,'rowLabels':['A','A']}]} | sections[0].rowLabels[1]
                    {'name':'A','timeZone':'UTC','sections':[{'name':'S','tier':'T',\
                    'capacity':1,'colour':1}]} | sections[0].colour
                    {'name':'A','timeZone':'UTC','sections':[{'name':'S','tier':'T',\
                    'capacity':1},{'name':'U','tier':'T','rows':1,\
                    'seatsPerRow':1}]} | sections[1].tier
                    """)
    void a_venue_that_cannot_be_is_refused_by_field(String body, String field) {
        Reply refused = ann.post("/v1/venues", Json.of(body)).isProblem(422, "invalid-field");
        assertEquals(field, refused.text("/errors/0/field"), refused::text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                                      | prices
                    {'prices':{}}                                           | prices.VIP
                    {'prices':7}                                            | prices
                    {'prices':'cheap'}                                      | prices
                    {'prices':{'VIP':{'amount':1,'currency':'EUR'},'Front Row':{'amount':1,\
                    'currency':'EUR'}}} | prices.GA
                    {'prices':{'VIP':{'amount':1,'currency':'EUR'},'Front Row':{'amount':1,\
                    'currency':'EUR'},'GA':{'amount':1,'currency':'USD'}}} | prices.GA.currency
                    {'prices':{'VIP':{'amount':-1,'currency':'EUR'},'Front Row':{'amount':1,\
                    'currency':'EUR'},'GA':{'amount':1,'currency':'EUR'}}} | prices.VIP.amount
                    {'prices':{'VIP':{'amount':1,'currency':'EUR'},'Front Row':{'amount':1,\
                    'currency':'EUR'},'GA':{'amount':1,'currency':'EUR'},'Box':{'amount':1,\
                    'currency':'EUR'}}} | prices.Box
                    {'prices':{'VIP':{'amount':1,'currency':'EUR'},'Front Row':{'amount':1,\
                    'currency':'EUR'},'GA':{'amount':1,'currency':'EUR','vat':1}}} | prices.GA.vat
                    {'prices':'standard','totalSeats':10}                   | totalSeats
                    {'prices':'standard','sections':[]}                     | sections
                    """)
    void prices_that_do_not_fit_the_venue_are_refused_by_field(String fields, String field) {
        String venue = added(CLUB.formatted("Prices"));
        JsonNode body = ((ObjectNode) Json.tree(fields)).put("name", "A").put("venueId", venue);
        Reply refused = ann.post("/v1/events", body.toString()).isProblem(422, "invalid-field");
        assertEquals(field, refused.text("/errors/0/field"), refused::text);
    }

    @Test
    void standard_prices_are_for_the_three_standard_tiers() {
        String venue = added(THEATRE);
        Reply refused =
                ann.post(
                                "/v1/events",
                                Json.of("{'name':'A','venueId':'%s','prices':'standard'}")
                                        .formatted(venue))
                        .isProblem(422, "invalid-field");
        assertEquals(
                "\"standard\" knows no price for the tier Full", refused.text("/errors/0/reason"));
    }

    @Test
    void a_venue_that_there_is_not_is_refused_and_so_are_prices_without_one() {
        String unknown = "{'name':'A','venueId':'%s','prices':'standard'}";
        ann.post("/v1/events", Json.of(unknown.formatted(UUID.randomUUID())))
                .isWrongField("venueId");
        ann.post("/v1/events", Json.of(unknown.formatted("x"))).isWrongField("venueId");
        ann.post("/v1/events", Json.of("{'name':'A','totalSeats':1,'prices':'standard'}"))
                .isWrongField("prices");
    }

    private String added(String venue) {
        return ann.post("/v1/venues", Json.of(venue)).is(201).text("id");
    }

    private Sale event(String venue, String fields) {
        String body = "{'name':'Gala','venueId':'%s',%s}".formatted(venue, fields);
        Reply created = ann.post("/v1/events", Json.of(body)).is(201);
        return new Sale(created.text("id"), created.json().get("totalSeats").intValue());
    }

    private static List<String> names(Reply list) {
        List<String> names = new ArrayList<>();
        for (JsonNode venue : list.json().get("items")) names.add(venue.get("name").asText());
        return names;
    }
}
