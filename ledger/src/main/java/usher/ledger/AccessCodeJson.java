package usher.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.access.CodeHash;

/// Access codes as JSON: `"hash"` in 32 hexadecimal digits, and what each opens.
final class AccessCodeJson {

    private AccessCodeJson() {}

    static void write(List<AccessCode> codes, JsonBytes out) {
        out.beginArray();
        for (AccessCode code : codes) {
            CodeHash hash = code.hash();
            out.beginObject();
            out.field("hash").put('"').hex(hash.high()).hex(hash.low()).put('"');
            if (!code.tiers().isEmpty()) JsonLists.write(code.tiers(), out.field("tiers"));
            DetailsJson.writeTime("salesFrom", code.salesFrom(), out);
            out.endObject();
        }
        out.endArray();
    }

    static AccessCodes read(JsonReader json) {
        List<AccessCode> codes = new ArrayList<>();
        for (boolean more = json.beginArray(); more; more = json.nextElement()) {
            codes.add(readCode(json));
        }
        return new AccessCodes(codes);
    }

    private static AccessCode readCode(JsonReader json) {
        FieldsSeen seen = new FieldsSeen();
        long @Nullable [] hash = null;
        List<String> tiers = List.of();
        @Nullable Instant salesFrom = null;
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) seen.add(field);
            switch (field) {
                case HASH -> hash = json.hexValue(2);
                case TIERS -> tiers = JsonLists.texts(json);
                case SALES_FROM -> salesFrom = DetailsJson.readTime(json);
                case null, default -> json.skipValue();
            }
        }
        long[] bits = FieldsSeen.require(Field.HASH, hash);
        return new AccessCode(new CodeHash(bits[0], bits[1]), tiers, salesFrom);
    }
}
