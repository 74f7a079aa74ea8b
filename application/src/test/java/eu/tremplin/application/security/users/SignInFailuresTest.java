package eu.tremplin.application.security.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.security.TooManySignInFailures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInFailuresTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SignInFailures failures = new SignInFailures(nanos::get);

    @Test
    void looksAtNoMoreAttemptsOfNameAfterTooManyFailures() {
        fail(SignInFailures.LIMIT_BY_NAME - 1, "staff");
        assertPasses("staff");

        fail(1, "staff");

        assertRefused("staff");
        assertPasses("auditor");
    }

    @Test
    void holdsNobodyResponsibleForFailuresFromElsewhere() {
        fail(SignInFailures.LIMIT_BY_NAME, "staff");

        assertThatCode(() -> failures.check("staff", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void looksAgainAfterPause() {
        fail(SignInFailures.LIMIT_BY_NAME, "staff");
        pass(Duration.ofSeconds(20));

        assertThatThrownBy(() -> failures.check("staff", "10.0.0.1"))
                .isInstanceOfSatisfying(
                        TooManySignInFailures.class,
                        tooMany -> assertThat(tooMany.pause()).isEqualTo(Duration.ofSeconds(40)));

        pass(Duration.ofSeconds(40));
        assertPasses("staff");
    }

    @Test
    void forgivesNameThatSucceeds() {
        fail(SignInFailures.LIMIT_BY_NAME - 1, "staff");
        failures.forgive("staff", "10.0.0.1");
        fail(1, "staff");

        assertPasses("staff");
    }

    @Test
    void looksAtNoMoreAttemptsFromAddressThatTriesManyNames() {
        for (int number = 0; number < SignInFailures.LIMIT_BY_ADDRESS; number++) {
            fail(1, "name-" + number);
        }

        assertRefused("another");
    }

    private void fail(int times, String name) {
        for (int time = 0; time < times; time++) {
            failures.note(name, "10.0.0.1");
        }
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private void assertPasses(String name) {
        assertThatCode(() -> failures.check(name, "10.0.0.1")).doesNotThrowAnyException();
    }

    private void assertRefused(String name) {
        assertThatThrownBy(() -> failures.check(name, "10.0.0.1")).isInstanceOf(TooManySignInFailures.class);
    }
}
