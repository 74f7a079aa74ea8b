package eu.tremplin.application.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class VaultIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    private static final MasterKey MASTER_KEY = masterKey();

    private final PersonId person = new PersonId(UUID.randomUUID());

    @Test
    void opensWhatItEncrypted() {
        for (String text : List.of("Zoë Świderska", "", "🚀".repeat(1_000))) {
            assertThat(vault().open(vault().encrypt(written(text)))).contains(text);
        }
    }

    @Test
    void opensWhatWasNeverEncrypted() {
        assertThat(vault().open(written("Ada"))).contains("Ada");
    }

    @Test
    void neverWritesTheSameTextTheSameWay() {
        var vault = vault();

        assertThat(vault.encrypt(written("Ada")).ciphertext())
                .startsWith("v1.")
                .isNotEqualTo(vault.encrypt(written("Ada")).ciphertext());
    }

    @Test
    void refusesAlteredCiphertext() {
        var vault = vault();
        String ciphertext = vault.encrypt(written("Ada")).ciphertext();

        // The last letter may stand for bits that nothing reads.
        for (int place = 0; place < ciphertext.length() - 1; place++) {
            char other = ciphertext.charAt(place) == 'A' ? 'B' : 'A';
            String altered = ciphertext.substring(0, place) + other + ciphertext.substring(place + 1);

            assertThatThrownBy(() -> vault.open(new PersonalText.Encrypted(person, altered)))
                    .as("altered at %s", place)
                    .isInstanceOf(UnreadableText.class);
        }
    }

    @Test
    void refusesCiphertextOfAnotherPerson() {
        var vault = vault();
        var other = new PersonId(UUID.randomUUID());
        var theirs = vault.encrypt((PersonalText.Written) PersonalText.of(other, "Grace"));
        vault.encrypt(written("Ada"));

        assertThatThrownBy(() -> vault.open(new PersonalText.Encrypted(person, theirs.ciphertext())))
                .isInstanceOf(UnreadableText.class);
    }

    @Test
    void refusesKeyThatWasMovedToAnotherPerson() {
        vault().encrypt(written("Ada"));
        var other = new PersonId(UUID.randomUUID());
        database.jdbc()
                .sql("insert into vault.person_key (person, wrapped)"
                        + " select :other, wrapped from vault.person_key where person = :person")
                .param("other", other.value())
                .param("person", person.value())
                .update();

        assertThatThrownBy(() -> vault().open(new PersonalText.Encrypted(other, "v1.")))
                .isInstanceOf(UnreadableText.class);
    }

    @Test
    void hasNothingToSayOnceTheKeyIsGone() {
        var text = vault().encrypt(written("Ada"));
        database.jdbc()
                .sql("delete from vault.person_key where person = :person")
                .param("person", person.value())
                .update();

        assertThat(vault().open(text)).isEmpty();
    }

    @Test
    void keepsOneKeyForPersonOfWhomManyWriteAtOnce() throws Exception {
        int writers = 16;
        var together = new CyclicBarrier(writers);
        var writing = IntStream.range(0, writers)
                .<Callable<PersonalText.Encrypted>>mapToObj(number -> () -> {
                    var vault = vault();
                    together.await();
                    return vault.encrypt(written("text " + number));
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (var text : threads.invokeAll(writing)) {
                assertThat(vault().open(text.get())).isPresent();
            }
        }
    }

    @Test
    void keepsTheKeyWhenItsWriterRollsBack() {
        var vault = vault();
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        transactions.executeWithoutResult(status -> {
            vault.encrypt(written("never stored"));
            status.setRollbackOnly();
        });

        var stored = vault.encrypt(written("Ada"));

        assertThat(vault().open(stored)).contains("Ada");
    }

    @Test
    void tellsThatTheDatabaseDoesNotAnswer() {
        var vault = new Vault(new PersonKeys(new Gone(), MASTER_KEY.wrapping()));
        var encrypted = vault().encrypt(written("Ada"));

        assertThatThrownBy(() -> vault.encrypt(written("Ada"))).isInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(() -> vault.open(encrypted)).isInstanceOf(DataAccessResourceFailureException.class);
    }

    // As another node, or as the same after a restart: it remembers nothing.
    private static Vault vault() {
        return new Vault(new PersonKeys(database.dataSource(), MASTER_KEY.wrapping()));
    }

    private PersonalText.Written written(String text) {
        return new PersonalText.Written(person, text);
    }

    private static MasterKey masterKey() {
        try {
            return MasterKey.parse(MasterKey.draw());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A database that cannot be reached. */
    private static final class Gone extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("gone", "08006");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
