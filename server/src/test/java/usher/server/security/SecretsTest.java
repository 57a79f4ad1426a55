package usher.server.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Keys are made of secrets, and old secrets are not forgotten.
final class SecretsTest {

    private static final byte[] OLD = bytes("a secret of last year, long enough");
    private static final byte[] NEW = bytes("a secret of this year, long enough");

    @Test
    void a_key_is_derived_as_the_standard_says() {
        byte[] secret = new byte[22];
        Arrays.fill(secret, (byte) 0x0b);
        String third = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d";
        assertArrayEquals(
                HexFormat.of().parseHex(third), new Secrets(List.of(secret)).keysFor("").get(0));
    }

    @Test
    void each_purpose_has_a_key_of_its_own() {
        Secrets secrets = new Secrets(List.of(NEW));
        assertFalse(Arrays.equals(secrets.keysFor("a").get(0), secrets.keysFor("b").get(0)));
    }

    @Test
    void the_first_signs_and_all_verify() {
        byte[] message = bytes("let me in");
        SigningKeys before = SigningKeys.of(new Secrets(List.of(OLD)), "doors");
        SigningKeys after = SigningKeys.of(new Secrets(List.of(NEW, OLD)), "doors");
        SigningKeys later = SigningKeys.of(new Secrets(List.of(NEW)), "doors");
        byte[] signature = before.sign(message);

        assertNotEquals(before.currentId(), after.currentId());
        assertTrue(after.verifies(before.currentId(), message, signature));
        assertFalse(after.verifies(after.currentId(), message, signature));
        assertFalse(later.verifies(before.currentId(), message, signature));
        assertTrue(later.verifies(after.currentId(), message, after.sign(message)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
