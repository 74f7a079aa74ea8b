package eu.tremplin.application.vault;

import java.security.GeneralSecurityException;

/** Keys of an installation that exists for one test. */
public final class TestKeys {

    private TestKeys() {}

    /** Digests under a key that is drawn anew at each call. */
    public static KeyedDigests digests() {
        try {
            return new KeyedDigests(MasterKey.parse(MasterKey.draw()).digests());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
