package eu.tremplin.application.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Digests (HMAC-SHA256, 32 bytes) that only who holds the installation's key can compute, so that short or guessable
 * input cannot be found by trying. Each purpose has digests of its own.
 */
public final class KeyedDigest {

    private static final int LENGTH = 32;

    private final PrfSet function;
    private final byte[] purpose;

    KeyedDigest(PrfSet function, String purpose) {
        this.function = function;
        this.purpose = purpose.getBytes(UTF_8);
    }

    public byte[] of(byte[] data) {
        // The length in front keeps purpose and data apart: no purpose plus data reads as another purpose plus data.
        byte[] input = ByteBuffer.allocate(Integer.BYTES + purpose.length + data.length)
                .putInt(purpose.length)
                .put(purpose)
                .put(data)
                .array();
        try {
            return function.computePrimary(input, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyed digest cannot be computed", e);
        }
    }
}
