package usher.server.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// A key that signs, and whose public half lets anybody verify: Ed25519
/// ([RFC 8032](https://www.rfc-editor.org/rfc/rfc8032)). Thread-safe.
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;

    private final PrivateKey signing;
    private final PublicKey verifying;
    private final byte[] publicBytes;
    private final int id;

    private SigningKey(KeyPair pair) throws GeneralSecurityException {
        signing = pair.getPrivate();
        verifying = pair.getPublic();
        byte[] encoded = verifying.getEncoded();
        publicBytes = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        id = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(publicBytes)).getInt();
    }

    /// The key whose private half these 32 bytes are.
    static SigningKey of(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /// What it is called where a key must be chosen: the first four bytes of the SHA-256 of
    /// [#publicBytes].
    public int id() {
        return id;
    }

    /// Its public half as RFC 8032 encodes it.
    public byte[] publicBytes() {
        return publicBytes.clone();
    }

    /// The signature of `message`, 64 bytes: the same every time.
    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /// Whether `signature` of `message` was made with this key.
    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(verifying);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify", e);
        }
    }

    /// The "chance" by which the private half comes out as it was given. The JDK derives a public
    /// key from a private one nowhere else; the vectors of RFC 8032 in the tests hold it to this.
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) throw new IllegalStateException("not a seed");
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
