package eu.tremplin.application.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The installation's own key: one half wraps the keys of persons, the other computes keyed digests.
 *
 * @param wrapping authenticated encryption of the persons' keys
 * @param digests function behind every keyed digest
 */
record MasterKey(Aead wrapping, PrfSet digests) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FORMAT = 1;

    /** A new key, as the text of its file. */
    static String draw() {
        try {
            var wrapping = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            var digests = KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, PrfConfig2026.get());
            var file = JSON.createObjectNode()
                    .put("format", FORMAT)
                    .put(
                            "about",
                            "Tremplin's key to all personal data. Keep a copy of this file apart from the database.");
            file.set("wrapping", serialise(wrapping, AeadConfig2026.get()));
            file.set("digests", serialise(digests, PrfConfig2026.get()));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be generated", e);
        }
    }

    /**
     * Reads what {@link #draw} wrote.
     *
     * @throws GeneralSecurityException when the text is not a key file
     */
    static MasterKey parse(String file) throws GeneralSecurityException {
        JsonNode keys;
        try {
            keys = JSON.readTree(file);
        } catch (JacksonException e) {
            throw new GeneralSecurityException("not JSON", e);
        }
        if (keys.path("format").asInt(0) != FORMAT) {
            throw new GeneralSecurityException("not of format " + FORMAT);
        }
        var wrapping = TinkJsonProtoKeysetFormat.parseKeyset(
                keys.path("wrapping").toString(), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        var digests = TinkJsonProtoKeysetFormat.parseKeyset(
                keys.path("digests").toString(), PrfConfig2026.get(), InsecureSecretKeyAccess.get());
        return new MasterKey(
                wrapping.getPrimitive(AeadConfig2026.get(), Aead.class),
                digests.getPrimitive(PrfConfig2026.get(), PrfSet.class));
    }

    private static JsonNode serialise(KeysetHandle keyset, Configuration configuration)
            throws GeneralSecurityException {
        return JSON.readTree(
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, configuration, InsecureSecretKeyAccess.get()));
    }
}
