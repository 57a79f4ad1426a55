package usher.server.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import usher.domain.EventId;
import usher.domain.selling.BookingId;
import usher.server.security.Secrets;

/// The worked example of the guide is true: for Usher, and for a scanner that knows nothing of it.
final class TicketsGuideTest {

    private static final byte[] BEFORE_A_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String guide = Files.readString(Path.of("..", "docs", "tickets.md"));

    TicketsGuideTest() throws IOException {}

    @Test
    void usher_writes_the_code_that_the_guide_shows() {
        byte[] secret = value("secret").getBytes(StandardCharsets.UTF_8);
        TicketCodes codes = new TicketCodes(new Secrets(List.of(secret)));
        UUID seat = UUID.fromString(value("seat id"));
        TicketClaim claim =
                new TicketClaim(
                        EventId.ofSeat(seat),
                        EventId.numberIn(seat),
                        new BookingId(UUID.fromString(value("booking id"))));
        assertEquals(value("code"), codes.write(claim));
        assertTrue(
                new String(KeySet.of(codes.keys()), StandardCharsets.UTF_8).contains(value("x")));
    }

    @Test
    void whoever_has_the_key_can_verify_it_alone() throws GeneralSecurityException {
        byte[] code = Base32.decode(value("code"));
        byte[] claim = Arrays.copyOf(code, 37);
        assertEquals(value("claim"), HexFormat.of().formatHex(claim));

        byte[] x = Base64.getUrlDecoder().decode(value("x"));
        ByteBuffer key = ByteBuffer.allocate(44).put(BEFORE_A_KEY).put(x);
        PublicKey publicKey =
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(key.array()));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey);
        check.update(claim);
        assertTrue(check.verify(Arrays.copyOfRange(code, 37, 101)));
    }

    /// What stands behind `name` in the example.
    private String value(String name) {
        Matcher line = Pattern.compile("(?m)^    " + name + " +(\\S.*)$").matcher(guide);
        assertTrue(line.find(), name);
        return line.group(1);
    }
}
