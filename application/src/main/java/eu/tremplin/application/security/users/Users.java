package eu.tremplin.application.security.users;

import static eu.tremplin.application.problems.UserReason.LAST_PROGRAMME_MANAGER;
import static eu.tremplin.application.problems.UserReason.USER_DEACTIVATED;
import static eu.tremplin.application.problems.UserReason.USER_NAME_TAKEN;
import static eu.tremplin.application.problems.UserReason.WRONG_PASSWORD;

import com.fasterxml.uuid.Generators;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.tremplin.application.security.Role;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.Refusal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The users and the rules of changing them. */
class Users {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,62}");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final PasswordEncoder passwords;

    // Another node's change is seen after these seconds, this node's at once.
    private final Cache<String, Optional<User>> found = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    Users(JdbcClient jdbc, PlatformTransactionManager transactions, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.passwords = passwords;
    }

    Optional<User> find(String name) {
        return found.get(name, this::read);
    }

    List<User> all() {
        return jdbc.sql("select * from access.users order by name")
                .query(Users::user)
                .list();
    }

    void create(String name, Set<Role> roles, Optional<PartnerId> partner, String password, String createdBy) {
        InvalidValue.unless(
                NAME.matcher(name).matches(),
                "name",
                "must be 2 to 63 small letters, digits, dots, hyphens or underscores and begin with a letter");
        checkRoles(roles, partner);
        PasswordRule.check("password", password);
        changing(name, () -> {
            int created = jdbc.sql("""
                insert into access.users (name, person, password_hash, roles, partner, created_by)
                values (:name, :person, :hash, :roles, :partner, :createdBy)
                on conflict do nothing
                """)
                    .param("name", name)
                    .param("person", Generators.timeBasedEpochRandomGenerator().generate())
                    .param("hash", passwords.encode(password))
                    .param("roles", namesOf(roles))
                    .param("partner", partner.map(PartnerId::value).orElse(null))
                    .param("createdBy", createdBy)
                    .update();
            if (created == 0) {
                throw Refusal.because(USER_NAME_TAKEN);
            }
        });
    }

    /** A user's own change, which takes the current password. */
    void changePassword(String name, String current, String password) {
        boolean right = read(name)
                .filter(user -> passwords.matches(current, user.passwordHash()))
                .isPresent();
        if (!right) {
            throw Refusal.because(WRONG_PASSWORD);
        }
        resetPassword(name, password);
    }

    void resetPassword(String name, String password) {
        PasswordRule.check("newPassword", password);
        changing(name, () -> {
            requireActive(name);
            jdbc.sql("update access.users set password_hash = :hash, changed_at = log.now() where name = :name")
                    .param("hash", passwords.encode(password))
                    .param("name", name)
                    .update();
        });
    }

    void changeRoles(String name, Set<Role> roles, Optional<PartnerId> partner) {
        checkRoles(roles, partner);
        changing(name, () -> {
            if (!roles.contains(Role.PM)) {
                requireAnotherProgrammeManager(name);
            }
            requireActive(name);
            jdbc.sql("""
                update access.users set roles = :roles, partner = :partner, changed_at = log.now()
                 where name = :name
                """)
                    .param("roles", namesOf(roles))
                    .param("partner", partner.map(PartnerId::value).orElse(null))
                    .param("name", name)
                    .update();
        });
    }

    void deactivate(String name) {
        changing(name, () -> {
            requireAnotherProgrammeManager(name);
            requireActive(name);
            jdbc.sql("""
                update access.users set deactivated_at = log.now(), changed_at = log.now()
                 where name = :name
                """).param("name", name).update();
        });
    }

    /** Creates users while nobody else does, and only where there has never been one. */
    void createFirst(Supplier<List<FirstUser>> first) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("lock table access.users in share row exclusive mode").update();
            boolean nobody = jdbc.sql("select not exists (select from access.users)")
                    .query(Boolean.class)
                    .single();
            if (nobody) {
                first.get()
                        .forEach(user -> create(
                                user.name(), user.roles(), Optional.empty(), user.password(), "system:first-start"));
            }
        });
    }

    private void changing(String name, Runnable change) {
        transactions.executeWithoutResult(_ -> change.run());
        found.invalidate(name);
    }

    private Optional<User> read(String name) {
        return jdbc.sql("select * from access.users where name = :name")
                .param("name", name)
                .query(Users::user)
                .optional();
    }

    private void requireActive(String name) {
        var active = jdbc.sql("select deactivated_at is null from access.users where name = :name for update")
                .param("name", name)
                .query(Boolean.class)
                .single();
        if (!active) {
            throw Refusal.because(USER_DEACTIVATED);
        }
    }

    // Locks every programme manager, so that of two who remove each other at once the second is refused.
    private void requireAnotherProgrammeManager(String name) {
        var managers = jdbc.sql("""
            select name from access.users
             where 'PM' = any (roles) and deactivated_at is null
             order by name for update
            """).query(String.class).list();
        if (managers.equals(List.of(name))) {
            throw Refusal.because(LAST_PROGRAMME_MANAGER);
        }
    }

    private static void checkRoles(Set<Role> roles, Optional<PartnerId> partner) {
        InvalidValue.unless(!roles.isEmpty(), "roles", "must name at least one role");
        InvalidValue.unless(
                roles.stream().allMatch(Role::isGrantable), "roles", "must not name AP or SYS, which no user has");
        Contradiction.when(
                roles.contains(Role.PT) != partner.isPresent(),
                "a user of role PT acts for a partner, and only such a user does");
    }

    private static String[] namesOf(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getString("name"),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("password_hash"),
                roles(row.getArray("roles")),
                Optional.ofNullable(row.getObject("partner", UUID.class)).map(PartnerId::new),
                instant(row.getObject("created_at", OffsetDateTime.class)),
                instant(row.getObject("changed_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("deactivated_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Set<Role> roles(Array names) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) names.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        return Objects.requireNonNull(time).toInstant();
    }
}
