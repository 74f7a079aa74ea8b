package eu.tremplin.application.security.users;

import eu.tremplin.application.security.Role;
import java.util.Set;

/** A user with whom an installation begins. */
record FirstUser(String name, Set<Role> roles, String password) {

    @Override
    public String toString() {
        return "first user " + name;
    }
}
