package usher.server.tickets;

import java.util.Base64;
import usher.ledger.JsonBytes;
import usher.server.security.SigningKey;
import usher.server.security.SigningKeys;

/// Public keys as a JSON Web Key Set ([RFC 7517,
/// 5](https://www.rfc-editor.org/rfc/rfc7517#section-5))
/// of octet key pairs ([RFC 8037, 2](https://www.rfc-editor.org/rfc/rfc8037#section-2)).
final class KeySet {

    static final String TYPE = "application/jwk-set+json";

    private static final int BYTES = 512;

    private KeySet() {}

    static byte[] of(SigningKeys keys) {
        JsonBytes json = new JsonBytes(BYTES).beginObject().field("keys").beginArray();
        for (SigningKey key : keys.all()) {
            byte[] bytes = key.publicBytes();
            json.beginObject();
            json.field("kty").plain("OKP");
            json.field("crv").plain("Ed25519");
            json.field("x").plain(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            json.field("kid").plain("%08x".formatted(key.id()));
            json.field("use").plain("sig");
            json.field("alg").plain("EdDSA").endObject();
        }
        return json.endArray().endObject().toByteArray();
    }
}
