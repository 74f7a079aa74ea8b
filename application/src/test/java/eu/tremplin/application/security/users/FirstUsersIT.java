package eu.tremplin.application.security.users;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.home.PrivateFile;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class FirstUsersIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path directory;

    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder(4);
    private final Users users =
            new Users(database.jdbc(), new JdbcTransactionManager(database.dataSource()), passwords);
    private PrivateFile credentials;

    @BeforeEach
    void startWithNobody() {
        credentials = new PrivateFile(directory.resolve("credentials.properties"));
        database.jdbc().sql("delete from access.users").update();
    }

    @Test
    void createsFourWithThePasswordsOfTheFile() {
        createFirst();

        assertThat(credentials.readProperties().keySet())
                .containsExactlyInAnyOrder("staff", "reviewer", "analyst", "auditor");
        assertThat(rolesOf("staff")).containsExactlyInAnyOrder(Role.PM, Role.CH, Role.LD);
        assertThat(rolesOf("reviewer")).containsExactly(Role.RV);
        assertThat(rolesOf("analyst")).containsExactly(Role.AN);
        assertThat(rolesOf("auditor")).containsExactly(Role.AU);
        assertThatPasswordsOfTheFileAreRight();
    }

    @Test
    void takesThePasswordsThatAKilledStartLeft() {
        credentials.replaceProperties("left", Map.of("staff", "left-by-a-killed-start"));

        createFirst();

        assertThat(credentials.readProperties())
                .containsEntry("staff", "left-by-a-killed-start")
                .hasSize(4);
        assertThatPasswordsOfTheFileAreRight();
    }

    @Test
    void createsNobodyWhereThereIsSomebody() {
        users.create("ada", Set.of(Role.PM), Optional.empty(), "correct horse battery", "test");

        createFirst();

        assertThat(users.all()).extracting(User::name).containsExactly("ada");
        assertThat(credentials.exists()).isFalse();
    }

    @Test
    void createsFourWhenManyStartAtOnce() {
        IntStream.range(0, 8).parallel().forEach(_ -> createFirst());

        assertThat(users.all()).hasSize(4);
        assertThatPasswordsOfTheFileAreRight();
    }

    private void createFirst() {
        new FirstUsers(users, credentials).createWhereThereAreNone();
    }

    private Set<Role> rolesOf(String name) {
        return users.find(name).orElseThrow().roles();
    }

    private void assertThatPasswordsOfTheFileAreRight() {
        assertThat(credentials.readProperties())
                .allSatisfy((name, password) -> assertThat(passwords.matches(
                                password, users.find(name).orElseThrow().passwordHash()))
                        .isTrue());
    }
}
