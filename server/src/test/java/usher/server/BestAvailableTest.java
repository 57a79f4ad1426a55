package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

@QuarkusTest
final class BestAvailableTest {

    private final Visitor ann = Visitor.stranger();
    private final Visitor bob = Visitor.stranger();

    @Test
    void the_best_available_are_held_and_are_mine() {
        Sale sale = Sale.of(9);
        bob.post(sale.seat(2, "hold")).is(200);
        Reply holds = best(ann, sale, "{'quantity':3}").is(200);
        assertEquals(List.of(3, 4, 5), numbers(holds));
        assertEquals(holds.json(), ann.get(sale.holds()).is(200).json());
    }

    @Test
    void a_second_party_gets_other_seats() {
        Sale sale = Sale.of(9);
        assertEquals(List.of(1, 2), numbers(best(ann, sale, "{'quantity':2}").is(200)));
        assertEquals(List.of(3, 4), numbers(best(bob, sale, "{'quantity':2}").is(200)));
        assertEquals(List.of(5, 6), numbers(best(ann, sale, "{'quantity':2}").is(200)));
    }

    @Test
    void blocked_seats_are_not_offered() {
        Sale sale = Sale.of(9);
        ann.post(sale.blocks(), sale.body(1, 2)).is(204);
        assertEquals(List.of(3, 4), numbers(best(bob, sale, "{'quantity':2}").is(200)));
    }

    @Test
    void the_same_request_again_gets_the_same_seats() {
        Sale sale = Sale.of(9);
        String body = Json.of("{'bestAvailable':{'quantity':2},'holdSeconds':30}");
        Reply first = once().post(sale.holds(), body).is(200);
        assertEquals(List.of(1, 2), numbers(first));
        assertEquals(first.json(), once().post(sale.holds(), body).is(200).json());
        assertEquals(2, numbers(ann.get(sale.holds()).is(200)).size());
        String more = Json.of("{'bestAvailable':{'quantity':3},'holdSeconds':30}");
        once().post(sale.holds(), more).isProblem(422, "idempotency-mismatch");
    }

    @Test
    void more_than_are_available_are_refused_and_nothing_is_held() {
        Sale sale = Sale.of(3);
        bob.post(sale.seat(2, "hold")).is(200);
        best(ann, sale, "{'quantity':3}").isProblem(409, "not-enough-seats");
        best(ann, sale, "{'quantity':1,'accessible':true}").isProblem(409, "not-enough-seats");
        assertEquals(List.of(), numbers(ann.get(sale.holds()).is(200)));
    }

    @Test
    void more_than_the_policy_allows_are_refused_however_many_there_are() {
        Sale sale = Sale.with(9, Json.of("{'heldSeatsPerUser':3}"));
        best(ann, sale, "{'quantity':4}").isProblem(409, "hold-limit-reached");
        best(ann, sale, "{'quantity':2}").is(200);
        best(ann, sale, "{'quantity':2}").isProblem(409, "hold-limit-reached");
        best(bob, sale, "{'quantity':100}").isProblem(409, "hold-limit-reached");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    bestAvailable            | {'bestAvailable':2}
                    bestAvailable.quantity   | {'bestAvailable':{}}
                    bestAvailable.quantity   | {'bestAvailable':{'quantity':0}}
                    bestAvailable.quantity   | {'bestAvailable':{'quantity':-1}}
                    bestAvailable.quantity   | {'bestAvailable':{'quantity':101}}
                    bestAvailable.quantity   | {'bestAvailable':{'quantity':1.5}}
                    bestAvailable.quantity   | {'bestAvailable':{'quantity':'two'}}
                    bestAvailable.tier       | {'bestAvailable':{'quantity':1,'tier':'Royal box'}}
                    bestAvailable.tier       | {'bestAvailable':{'quantity':1,'tier':7}}
                    bestAvailable.accessible | {'bestAvailable':{'quantity':1,'accessible':'yes'}}
                    bestAvailable.together   | {'bestAvailable':{'quantity':1,'together':true}}
                    seats                    | {'bestAvailable':{'quantity':1},'seats':[]}
                    seats                    | {'bestAvailable':null}
                    holdSeconds              | {'bestAvailable':{'quantity':1},'holdSeconds':0}
                    holdSeconds              | {'bestAvailable':{'quantity':1},'holdSeconds':61}
                    """)
    void a_wish_that_is_none_is_refused_by_the_name_of_its_field(String field, String body) {
        Reply refused = ann.post(Sale.of(9).holds(), Json.of(body));
        assertEquals(field, refused.isProblem(422, "invalid-field").text("/errors/0/field"));
    }

    private Visitor once() {
        return ann.with("Idempotency-Key", "the party");
    }

    private static Reply best(Visitor visitor, Sale sale, String wish) {
        return visitor.post(sale.holds(), Json.of("{'bestAvailable':%s}".formatted(wish)));
    }

    private static List<Integer> numbers(Reply holds) {
        List<Integer> numbers = new ArrayList<>();
        holds.json().get("items").forEach(hold -> numbers.add(hold.get("number").intValue()));
        return numbers;
    }
}
