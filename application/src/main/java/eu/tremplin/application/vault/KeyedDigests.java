package eu.tremplin.application.vault;

import com.google.crypto.tink.prf.PrfSet;

/** Gives each purpose its keyed digest. */
public final class KeyedDigests {

    private final PrfSet function;

    KeyedDigests(PrfSet function) {
        this.function = function;
    }

    /**
     * The digest of one purpose.
     *
     * @param purpose a fixed name such as {@code requests}; digests of different purposes never agree
     */
    public KeyedDigest forPurpose(String purpose) {
        return new KeyedDigest(function, purpose);
    }
}
