package usher.server.client;

import java.util.ArrayList;
import java.util.List;

/// A booking that was made for one test.
public record Order(String id) {

    /// Four VIP places at 100 dollars, numbers 1 to 4, and a hundred of general admission at 10.
    private static final String SECTIONS =
            "[{'name':'Stalls','tier':'VIP','price':{'amount':10000,'currency':'USD'},"
                    + "'rows':1,'seatsPerRow':4},"
                    + "{'name':'Floor','tier':'GA','price':{'amount':1000,'currency':'USD'},"
                    + "'capacity':100}]";

    /// An event with sections and this name, on 20 November 2031 at half past seven.
    public static Sale sale(String name) {
        String body =
                Json.of(
                        "{'name':NAME,'startsAt':'2031-11-20T19:30:00Z','sections':%s,"
                                        .formatted(SECTIONS)
                                + "'policy':{'heldSeatsPerUser':0}}");
        String quoted = "\"" + name.replace("\"", "\\\"") + "\"";
        Reply created = Visitor.ann().post("/v1/events", body.replace("NAME", quoted)).is(201);
        return new Sale(created.text("id"), 104);
    }

    /// A booking of so many places of each tier, in JSON, that `buyer` has not paid yet.
    public static Order pending(Visitor buyer, Sale sale, String tickets) {
        String body = "{'eventId':'%s','tickets':%s}".formatted(sale.id(), tickets);
        return new Order(buyer.post("/v1/bookings", Json.of(body)).is(201).text("id"));
    }

    /// A booking that `buyer` has paid.
    public static Order paid(Visitor buyer, Sale sale, String tickets) {
        Order order = pending(buyer, sale, tickets);
        buyer.post("/v1/payments", Json.of("{'bookingId':'%s'}".formatted(order.id))).is(201);
        return order;
    }

    /// Where it is.
    public String path() {
        return "/v1/bookings/" + id;
    }

    /// Where its tickets are.
    public String tickets() {
        return path() + "/tickets";
    }

    /// The codes of its tickets, by seat number; `buyer` has made it.
    public List<String> codes(Visitor buyer) {
        List<String> codes = new ArrayList<>();
        buyer.get(tickets())
                .is(200)
                .json()
                .get("items")
                .forEach(ticket -> codes.add(ticket.get("code").asText()));
        return codes;
    }
}
