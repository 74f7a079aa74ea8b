package eu.tremplin.application.security.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingPasswordEncoderTest {

    private final AtomicInteger slowChecks = new AtomicInteger();
    private final RememberingPasswordEncoder encoder = new RememberingPasswordEncoder(new CountingEncoder());

    @Test
    void checksRightPasswordSlowlyOnce() {
        for (int time = 0; time < 5; time++) {
            assertThat(encoder.matches("secret", "hash of secret")).isTrue();
        }

        assertThat(slowChecks).hasValue(1);
    }

    @Test
    void checksPasswordThatWasJustSetWithoutDelay() {
        String hash = encoder.encode("secret");

        assertThat(encoder.matches("secret", hash)).isTrue();
        assertThat(slowChecks).hasValue(0);
        assertThat(encoder.matches("Secret", hash)).isFalse();
    }

    @Test
    void checksWrongPasswordSlowlyEachTime() {
        encoder.matches("secret", "hash of secret");

        assertThat(encoder.matches("Secret", "hash of secret")).isFalse();
        assertThat(encoder.matches("Secret", "hash of secret")).isFalse();
        assertThat(slowChecks).hasValue(3);
    }

    @Test
    void forgetsPasswordThatWasChanged() {
        encoder.matches("secret", "hash of secret");

        assertThat(encoder.matches("secret", "hash of another")).isFalse();
        assertThat(encoder.matches("another", "hash of another")).isTrue();
    }

    /** A recognisable form instead of a slow one. */
    private final class CountingEncoder implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            slowChecks.incrementAndGet();
            return encode(password).equals(hash);
        }
    }
}
