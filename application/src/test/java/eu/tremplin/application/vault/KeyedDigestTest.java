package eu.tremplin.application.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class KeyedDigestTest {

    private final String file = MasterKey.draw();

    @Test
    void isTheSameAfterRestart() throws GeneralSecurityException {
        assertThat(digest(file, "requests", "text"))
                .isEqualTo(digest(file, "requests", "text"))
                .hasSize(32);
    }

    @Test
    void differsByTextPurposeAndKey() throws GeneralSecurityException {
        byte[] digest = digest(file, "requests", "text");

        assertThat(digest(file, "requests", "texts")).isNotEqualTo(digest);
        assertThat(digest(file, "tokens", "text")).isNotEqualTo(digest);
        assertThat(digest(MasterKey.draw(), "requests", "text")).isNotEqualTo(digest);
    }

    @Test
    void keepsPurposeAndTextApart() throws GeneralSecurityException {
        assertThat(digest(file, "request", "sums")).isNotEqualTo(digest(file, "requests", "ums"));
    }

    @Test
    void refusesWhatIsNoKeyFile() {
        for (String text : new String[] {"", "{}", "not JSON", "{\"format\": 1}", file.substring(0, 400)}) {
            assertThatThrownBy(() -> MasterKey.parse(text)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    private static byte[] digest(String file, String purpose, String text) throws GeneralSecurityException {
        return new KeyedDigests(MasterKey.parse(file).digests())
                .forPurpose(purpose)
                .of(text.getBytes(UTF_8));
    }
}
