package eu.tremplin.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.vault.TestKeys;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicantTokensTest {

    private final ApplicationId application = new ApplicationId(UUID.randomUUID());
    private final EditionId edition = new EditionId(UUID.randomUUID());
    private final StartupId startup = new StartupId(UUID.randomUUID());
    private final ApplicantTokens tokens = new ApplicantTokens(TestKeys.digests());
    private final String token = tokens.issue(application, edition, startup);

    @Test
    void knowsWhomItIssuedTheTokenTo() {
        assertThat(tokens.verify(token)).contains(new Caller.Applicant(application, edition, startup));
        assertThat(token).startsWith("tra_");
    }

    @Test
    void refusesTokenWithOneLetterChanged() {
        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';

            assertThat(tokens.verify(token.substring(0, place) + other + token.substring(place + 1)))
                    .as("changed at %s", place)
                    .isEmpty();
        }
    }

    @Test
    void refusesTheIdsOfOneTokenWithTheDigestOfAnother() {
        String other = tokens.issue(new ApplicationId(UUID.randomUUID()), edition, startup);

        assertThat(tokens.verify(token.substring(0, token.indexOf('.')) + other.substring(other.indexOf('.'))))
                .isEmpty();
    }

    @Test
    void refusesTokenOfAnotherInstallation() {
        var others = new ApplicantTokens(TestKeys.digests());

        assertThat(tokens.verify(others.issue(application, edition, startup))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tra_", "tra_.", "tra_AAAA.AAAA", "tra_..", "tra_%%.%%", "Bearer"})
    void refusesWhatIsNoToken(String text) {
        assertThat(tokens.verify(text)).isEmpty();
    }

    @Test
    void refusesOtherSpellingOfTheSameBytes() {
        assertThat(tokens.verify(token + "=")).isEmpty();
    }
}
