package eu.tremplin.application.commands;

import eu.tremplin.application.security.Role;
import java.util.Set;

/**
 * Who may send one kind of command.
 *
 * @param roles who may; applicants about their own application only
 * @param onBehalf staff who may for an applicant, when they say that they do
 */
public record Permission(Set<Role> roles, Set<Role> onBehalf) {

    static Permission by(Role... roles) {
        return new Permission(Set.of(roles), Set.of());
    }

    Permission orOnBehalfBy(Role... staff) {
        return new Permission(roles, Set.of(staff));
    }
}
