package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.House;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Visitor;

/// Sections that no event can have: each wrong field is named.
@QuarkusTest
final class WrongSectionsTest {

    private final Visitor ann = Visitor.ann();

    /// What is changed in a section that is right, and which field of `sections[0]` is wrong then.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'name':''}                                 | name
                    {'name':null}                               | name
                    {'tier':7}                                  | tier
                    {'price':null}                              | price
                    {'price':9}                                 | price
                    {'price':{'currency':'EUR'}}                | price.amount
                    {'price':{'amount':-1,'currency':'EUR'}}    | price.amount
                    {'price':{'amount':1.5,'currency':'EUR'}}   | price.amount
                    {'price':{'amount':10000000001,'currency':'EUR'}} | price.amount
                    {'price':{'amount':100000000000000000000,'currency':'EUR'}} | price.amount
                    {'price':{'amount':1}}                      | price.currency
                    {'price':{'amount':1,'currency':'Euro'}}    | price.currency
                    {'price':{'amount':1,'currency':'eur'}}     | price.currency
                    {'price':{'amount':1,'currency':'ZZZ'}}     | price.currency
                    {'price':{'amount':1,'currency':'EUR','vat':19}} | price.vat
                    {'rows':0}                                  | rows
                    {'rows':10001}                              | rows
                    {'seatsPerRow':0}                           | seatsPerRow
                    {'rows':null}                               | rows
                    {'seatsPerRow':null}                        | seatsPerRow
                    {'rows':1000,'seatsPerRow':1000}            | seatsPerRow
                    {'seatsInRow':[3]}                          | rows
                    {'rows':null,'seatsPerRow':null,'seatsInRow':[]} | seatsInRow
                    {'rows':null,'seatsPerRow':null,'seatsInRow':[3,0]} | seatsInRow[1]
                    {'rows':null,'seatsPerRow':null,'seatsInRow':[60000,60000]} | seatsInRow
                    {'rows':null,'seatsPerRow':null,'seatsInRow':3} | seatsInRow
                    {'firstRow':'a'}                            | firstRow
                    {'firstRow':''}                             | firstRow
                    {'rowLabels':['A']}                         | rowLabels
                    {'rowLabels':['A','A']}                     | rowLabels[1]
                    {'rowLabels':['A','']}                      | rowLabels[1]
                    {'rowLabels':['A','12345678901']}           | rowLabels[1]
                    {'rowLabels':['A','B'],'firstRow':'A'}      | firstRow
                    {'firstSeat':0}                             | firstSeat
                    {'aisles':[4]}                              | aisles[0]
                    {'aisles':[0]}                              | aisles[0]
                    {'aisles':[1,'2']}                          | aisles[1]
                    {'seatsPerRow':1,'aisles':[1]}              | aisles
                    {'accessible':['C-1']}                      | accessible[0]
                    {'accessible':['A-1','A-5']}                | accessible[1]
                    {'accessible':[1]}                          | accessible[0]
                    {'x':0.5}                                   | x
                    {'y':-10001}                                | y
                    {'capacity':5}                              | rows
                    {'colour':'red'}                            | colour
                    """)
    void a_field_that_is_wrong_is_named(String change, String field) {
        ObjectNode section =
                (ObjectNode)
                        Json.tree(
                                "{'name':'Stalls','tier':'VIP','rows':2,'seatsPerRow':4,"
                                        + "'price':{'amount':0,'currency':'EUR'}}");
        section.setAll((ObjectNode) Json.tree(change));
        Reply reply = ann.post("/v1/events", House.body(section.toString()));
        reply.isProblem(422, "invalid-field");
        assertEquals("sections[0]." + field, reply.text("/errors/0/field"), reply::text);
    }

    @Test
    void sections_and_total_seats_exclude_each_other() {
        ann.post("/v1/events", House.bodyWith("'totalSeats':11", House.STALLS))
                .isWrongField("totalSeats");
        ann.post("/v1/events", Json.of("{'name':'A'}")).isWrongField("totalSeats");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []           | sections
                    {}           | sections
                    7            | sections
                    [7]          | sections[0]
                    [null]       | sections[0]
                    """)
    void what_is_no_list_of_sections_is_refused(String sections, String field) {
        ann.post("/v1/events", Json.of("{'name':'A','sections':%s}".formatted(sections)))
                .isWrongField(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'name':'Stalls'}                               | sections[1].name
                    {'price':{'amount':4501,'currency':'EUR'}}      | sections[1].price
                    {'price':{'amount':4500,'currency':'USD'}}      | sections[1].price.currency
                    {'tier':'X','price':{'amount':1,'currency':'USD'}} | sections[1].price.currency
                    {'rows':null,'seatsPerRow':null,'capacity':8}   | sections[1].tier
                    {'rows':1,'seatsPerRow':100000}                 | sections
                    {'rows':9999,'seatsPerRow':1}                   | sections
                    """)
    void two_sections_that_do_not_go_together_are_refused(String change, String field) {
        ObjectNode other = (ObjectNode) Json.tree(House.STALLS);
        other.remove(List.of("aisles", "accessible"));
        other.put("name", "Other").setAll((ObjectNode) Json.tree(change));
        other.removeIf(JsonNode::isNull);
        ann.post("/v1/events", House.body(House.STALLS, other.toString())).isWrongField(field);
    }

    @Test
    void more_than_a_thousand_sections_or_a_hundred_thousand_places_are_refused() {
        String[] sections = Collections.nCopies(1001, House.FLOOR).toArray(new String[0]);
        ann.post("/v1/events", House.body(sections)).isWrongField("sections");
        ObjectNode million = (ObjectNode) Json.tree(House.FLOOR);
        million.put("capacity", 1_000_000);
        ann.post("/v1/events", House.body(million.toString())).isWrongField("sections[0].capacity");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_up_to_a_hundred_fields() {
        String wrong = Json.of("{'name':'','tier':'','price':null,'capacity':0}");
        String[] sections = Collections.nCopies(50, wrong).toArray(new String[0]);
        JsonNode errors = ann.post("/v1/events", House.body(sections)).is(422).json().get("errors");
        assertEquals(100, errors.size());
        assertEquals("sections[24].capacity", errors.get(99).get("field").asText());
    }

    @Test
    void the_sections_of_100000_places_fit_into_one_request() {
        String[] rows = new String[10_000];
        StringBuilder accessible = new StringBuilder();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = "\"row-%05d\"".formatted(row);
            for (int seat = 1; seat <= 10; seat++) {
                accessible.append(accessible.isEmpty() ? "" : ",");
                accessible.append("\"row-%05d-%d\"".formatted(row, seat));
            }
        }
        String section =
                Json.of(
                                "{'name':'All','tier':'VIP','price':{'amount':1,'currency':'EUR'},"
                                        + "'rows':10000,'seatsPerRow':10,")
                        + "\"rowLabels\":[%s],\"accessible\":[%s]}"
                                .formatted(String.join(",", rows), accessible);
        Reply created = ann.post("/v1/events", House.body(section)).is(201);
        assertEquals(100_000, created.json().get("totalSeats").intValue());
        ann.post("/v1/events", new byte[(2 << 20) + 1]).isProblem(413, "payload-too-large");
        String plan = "/v1/events/" + created.text("id") + "/plan";
        assertTrue(ann.get(plan).is(200).text().contains("\"row-09999\""));
    }
}
