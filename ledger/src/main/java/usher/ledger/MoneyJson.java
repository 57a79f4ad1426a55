package usher.ledger;

import org.jspecify.annotations.Nullable;
import usher.domain.plan.Money;

/// Amounts of money as JSON, in minor units.
final class MoneyJson {

    private MoneyJson() {}

    static void write(Money money, JsonBytes out) {
        out.beginObject().field("amount").value(money.amount());
        out.field("currency").plain(money.currency()).endObject();
    }

    static Money read(JsonReader json) {
        FieldsSeen seen = new FieldsSeen();
        long amount = 0;
        @Nullable String currency = null;
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) seen.add(field);
            switch (field) {
                case AMOUNT -> amount = json.longValue();
                case CURRENCY -> currency = json.stringValue();
                case null, default -> json.skipValue();
            }
        }
        long inMinorUnits = seen.require(Field.AMOUNT, amount);
        return new Money(inMinorUnits, FieldsSeen.require(Field.CURRENCY, currency));
    }
}
