package eu.tremplin.application.security.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class SignInTest {

    @Test
    void takesAsLongForANameThatIsNotThere() {
        var passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        String somebodysHash = passwords.encode("a password that somebody has");

        assertThat(SignIn.NOBODYS_HASH).hasSameSizeAs(somebodysHash).startsWith(algorithmAndCostOf(somebodysHash));
        assertThat(passwords.upgradeEncoding(SignIn.NOBODYS_HASH)).isFalse();
        assertThat(passwords.matches("whatever", SignIn.NOBODYS_HASH)).isFalse();
    }

    /** {@code {bcrypt}$2a$10$}, behind which stand salt and hash. */
    private static String algorithmAndCostOf(String hash) {
        return hash.substring(0, hash.lastIndexOf('$') + 1);
    }
}
