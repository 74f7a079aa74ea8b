package eu.tremplin.application.security.users;

import static eu.tremplin.application.problems.UserReason.LAST_PROGRAMME_MANAGER;
import static eu.tremplin.application.problems.UserReason.USER_DEACTIVATED;
import static eu.tremplin.application.problems.UserReason.USER_NAME_TAKEN;
import static eu.tremplin.application.problems.UserReason.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.problems.UserReason;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UsersIT {

    private static final String PASSWORD = "correct horse battery";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder(4);
    private final Users users =
            new Users(database.jdbc(), new JdbcTransactionManager(database.dataSource()), passwords);

    @BeforeEach
    void startWithOneProgrammeManager() {
        database.jdbc().sql("delete from access.users").update();
        create("ada", Role.PM);
    }

    @Test
    void findsWhomItCreated() {
        var partner = new PartnerId(UUID.randomUUID());
        users.create("grace", Set.of(Role.PT, Role.MT), Optional.of(partner), PASSWORD, "ada");

        var grace = users.find("grace").orElseThrow();

        assertThat(grace.roles()).containsExactlyInAnyOrder(Role.PT, Role.MT);
        assertThat(grace.partner()).contains(partner);
        assertThat(grace.isActive()).isTrue();
        assertThat(passwords.matches(PASSWORD, grace.passwordHash())).isTrue();
    }

    @Test
    void refusesNameThatIsTaken() {
        assertRefused(() -> create("ada", Role.RV), USER_NAME_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Ada", "1ada", "ada lovelace", "ada:lovelace", "ada/../x", "ädä"})
    void refusesMalformedName(String name) {
        assertThatThrownBy(() -> create(name, Role.RV)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "elevenchars", "73 bytes...............................................................73"})
    void refusesPasswordThatIsTooShortOrTooLong(String password) {
        assertThatThrownBy(() -> users.create("grace", Set.of(Role.RV), Optional.empty(), password, "ada"))
                .isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"AP", "SYS"})
    void refusesRoleThatNoUserHas(Role role) {
        assertThatThrownBy(() -> create("grace", role)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void refusesPartnersManagerWithoutPartnerAndPartnerWithoutManager() {
        var partner = Optional.of(new PartnerId(UUID.randomUUID()));

        assertThatThrownBy(() -> create("grace", Role.PT)).isInstanceOf(Contradiction.class);
        assertThatThrownBy(() -> users.create("grace", Set.of(Role.RV), partner, PASSWORD, "ada"))
                .isInstanceOf(Contradiction.class);
    }

    @Test
    void changesPasswordForWhoKnowsTheCurrentOne() {
        assertRefused(() -> users.changePassword("ada", "a wrong password", "another password"), WRONG_PASSWORD);

        users.changePassword("ada", PASSWORD, "another password");

        var ada = users.find("ada").orElseThrow();
        assertThat(passwords.matches("another password", ada.passwordHash())).isTrue();
        assertThat(passwords.matches(PASSWORD, ada.passwordHash())).isFalse();
    }

    @Test
    void seesItsOwnChangesAtOnce() {
        create("grace", Role.RV);
        assertThat(users.find("grace").orElseThrow().roles()).containsExactly(Role.RV);

        users.changeRoles("grace", Set.of(Role.LD), Optional.empty());
        assertThat(users.find("grace").orElseThrow().roles()).containsExactly(Role.LD);

        users.deactivate("grace");
        assertThat(users.find("grace").orElseThrow().isActive()).isFalse();
    }

    @Test
    void refusesToLeaveNobodyWhoCouldManageUsers() {
        assertRefused(() -> users.deactivate("ada"), LAST_PROGRAMME_MANAGER);
        assertRefused(() -> users.changeRoles("ada", Set.of(Role.CH), Optional.empty()), LAST_PROGRAMME_MANAGER);

        create("grace", Role.PM);
        users.deactivate("grace");
        assertRefused(() -> users.deactivate("ada"), LAST_PROGRAMME_MANAGER);
    }

    @Test
    void leavesOneOfTwoProgrammeManagersWhoRemoveEachOtherAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            database.jdbc().sql("delete from access.users").update();
            create("ada", Role.PM);
            create("grace", Role.PM);
            var together = new CyclicBarrier(2);
            var removing = Stream.of("ada", "grace")
                    .<Callable<Boolean>>map(name -> () -> {
                        together.await();
                        users.deactivate(name);
                        return true;
                    })
                    .toList();
            try (var threads = Executors.newFixedThreadPool(2)) {
                threads.invokeAll(removing);
            }

            assertThat(users.all()).filteredOn(User::isActive).hasSize(1);
        }
    }

    @Test
    void changesNothingAboutDeactivatedUser() {
        create("grace", Role.RV);
        users.deactivate("grace");

        assertRefused(() -> users.deactivate("grace"), USER_DEACTIVATED);
        assertRefused(() -> users.resetPassword("grace", "another password"), USER_DEACTIVATED);
        assertRefused(() -> users.changeRoles("grace", Set.of(Role.LD), Optional.empty()), USER_DEACTIVATED);
    }

    private void create(String name, Role role) {
        users.create(name, Set.of(role), Optional.empty(), PASSWORD, "test");
    }

    private static void assertRefused(ThrowingCallable change, UserReason reason) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
