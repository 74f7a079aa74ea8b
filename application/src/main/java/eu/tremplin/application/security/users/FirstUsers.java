package eu.tremplin.application.security.users;

import eu.tremplin.application.home.DrawnProperties;
import eu.tremplin.application.home.PrivateFile;
import eu.tremplin.application.home.RandomText;
import eu.tremplin.application.security.Role;
import java.util.List;
import java.util.Set;

/** Gives a database without users the four with whom everything else can be set up. */
final class FirstUsers {

    private static final String COMMENT = "First passwords, by user; a changed password is not written here";

    private final Users users;
    private final PrivateFile credentials;

    FirstUsers(Users users, PrivateFile credentials) {
        this.users = users;
        this.credentials = credentials;
    }

    void createWhereThereAreNone() {
        users.createFirst(this::withPasswordsOnDisk);
    }

    /** Passwords are on disk before any user has them, and what a killed start wrote there is used by the next. */
    private List<FirstUser> withPasswordsOnDisk() {
        var passwords = new DrawnProperties(credentials);
        var first = List.of(
                firstUser("staff", Set.of(Role.PM, Role.CH, Role.LD), passwords),
                firstUser("reviewer", Set.of(Role.RV), passwords),
                firstUser("analyst", Set.of(Role.AN), passwords),
                firstUser("auditor", Set.of(Role.AU), passwords));
        passwords.keep(COMMENT);
        return first;
    }

    private static FirstUser firstUser(String name, Set<Role> roles, DrawnProperties passwords) {
        return new FirstUser(name, roles, passwords.get(name, RandomText::draw));
    }
}
