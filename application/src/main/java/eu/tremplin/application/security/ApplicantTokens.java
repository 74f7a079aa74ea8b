package eu.tremplin.application.security;

import eu.tremplin.application.vault.KeyedDigest;
import eu.tremplin.application.vault.KeyedDigests;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tokens by which applicants act on their one application, of one startup to one edition: {@code tra_<ids>.<keyed
 * digest of the ids>}, each part in Base64 for URLs. Nothing is stored; only who holds the installation's key can make
 * one.
 */
@Component
public final class ApplicantTokens {

    private static final String PREFIX = "tra_";
    private static final int IDS_LENGTH = 3 * 2 * Long.BYTES;

    private final KeyedDigest digest;

    ApplicantTokens(KeyedDigests digests) {
        this.digest = digests.forPurpose("applicant tokens");
    }

    public String issue(ApplicationId application, EditionId edition, StartupId startup) {
        var ids = ByteBuffer.allocate(IDS_LENGTH);
        put(ids, application.value());
        put(ids, edition.value());
        put(ids, startup.value());
        return PREFIX + encode(ids.array()) + "." + encode(digest.of(ids.array()));
    }

    /** Who holds the token; empty unless it was issued here, letter for letter. */
    public Optional<Caller.Applicant> verify(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] parts = token.substring(PREFIX.length()).split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return decode(parts[0])
                .filter(ids -> ids.length == IDS_LENGTH)
                .filter(ids -> decode(parts[1])
                        .filter(claimed -> MessageDigest.isEqual(claimed, digest.of(ids)))
                        .isPresent())
                .map(ApplicantTokens::read)
                // Base64 has several spellings of the same bytes, of which only ours was issued.
                .filter(applicant -> issue(applicant.application(), applicant.edition(), applicant.startup())
                        .equals(token));
    }

    private static Caller.Applicant read(byte[] ids) {
        var bytes = ByteBuffer.wrap(ids);
        return new Caller.Applicant(
                new ApplicationId(take(bytes)), new EditionId(take(bytes)), new StartupId(take(bytes)));
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID take(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
