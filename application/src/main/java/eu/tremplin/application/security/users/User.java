package eu.tremplin.application.security.users;

import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.Role;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One row of {@code access.users}. */
record User(
        String name,
        PersonId person,
        String passwordHash,
        Set<Role> roles,
        Optional<PartnerId> partner,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> deactivatedAt) {

    boolean isActive() {
        return deactivatedAt.isEmpty();
    }

    Caller.User asCaller() {
        return new Caller.User(name, person, roles, partner);
    }

    @Override
    public String toString() {
        return "user " + name;
    }
}
